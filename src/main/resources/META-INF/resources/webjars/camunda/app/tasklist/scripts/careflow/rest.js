// Asks the product's own REST interface, signed in as whoever is signed in to Tasklist.
import { say } from './words.js';

/** What went wrong, as a sentence for people. */
export class Problem extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

const root = document.querySelector('base')?.getAttribute('app-root')?.replace(/\/camunda$/, '') ?? '';

export function get(path) {
  return ask('GET', path);
}

export function post(path, body) {
  return ask('POST', path, body);
}

async function ask(method, path, body) {
  let answer;
  try {
    answer = await fetch(root + path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() })
      },
      body: body === undefined ? undefined : JSON.stringify(body)
    });
  } catch (error) {
    throw new Problem(0, say('notReached'));
  }
  const content = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new Problem(answer.status, sentence(answer.status, content));
  }
  return content;
}

function sentence(status, problem) {
  if (status === 401) {
    return say('signedOut');
  }
  const fields = (problem?.errors ?? []).map((error) => error.message).filter(Boolean);
  return [problem?.detail ?? say('failed', { status }), ...fields].join(' ');
}

/** Written by Tasklist's server; a write without it counts as not signed in. */
function token() {
  const name = window.camTasklistConf?.csrfCookieName ?? 'XSRF-TOKEN';
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
}

let signedIn = null;

/** Who is signed in and what they may do. */
export function me() {
  signedIn ??= get('/api/me').catch((problem) => {
    signedIn = null;
    throw problem;
  });
  return signedIn;
}

/** Somebody else may have signed in on this page. */
export function forgetMe() {
  signedIn = null;
}
