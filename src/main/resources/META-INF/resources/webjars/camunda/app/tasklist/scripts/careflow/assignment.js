// The tab "Phân công": why the task is with whom it is, whose hands it went through, and to change hands.
import { field, fill, h, message, moment, select } from './dom.js';
import { get, me, post } from './rest.js';
import { say } from './words.js';

const SHORTEST_REASON = 3;

const LONGEST_REASON = 1000;

/** Told to the document when tasks have changed hands elsewhere on the page. */
export const HANDS_CHANGED = 'careflow:hands-changed';

export function show(container, context, scope) {
  const tab = new AssignmentTab(container, context.taskId, scope);
  const loadAgain = () => tab.load().then(() => tab.tellTasklist());
  document.addEventListener(HANDS_CHANGED, loadAgain);
  tab.load();
  return () => {
    document.removeEventListener(HANDS_CHANGED, loadAgain);
    tab.end();
  };
}

class AssignmentTab {
  constructor(container, taskId, scope) {
    this.container = container;
    this.taskId = taskId;
    this.scope = scope;
    this.ended = false;
    container.classList.add('careflow', 'careflow-assignment');
  }

  end() {
    this.ended = true;
  }

  /** Shows what is so now, below what has just been done. */
  async load(done = null) {
    if (!done) {
      fill(this.container, h('p', { class: 'text-muted', role: 'status' }, say('loading')));
    }
    try {
      const [person, assignment] = await Promise.all([me(), get(this.path('assignment'))]);
      if (!this.ended) {
        this.display(assignment, person, done);
      }
    } catch (problem) {
      if (!this.ended) {
        this.displayProblem(problem, done);
      }
    }
  }

  path(end) {
    return `/api/tasks/${encodeURIComponent(this.taskId)}/${end}`;
  }

  displayProblem(problem, done) {
    const gone = problem.status === 404;
    fill(
      this.container,
      done ? message('success', done) : null,
      gone ? message('info', say('taskGone')) : message('danger', problem.message),
      gone ? null : h('button', { type: 'button', class: 'btn btn-default', onclick: () => this.load() }, say('tryAgain'))
    );
  }

  display(assignment, person, done) {
    fill(
      this.container,
      done ? message('success', done) : null,
      why(assignment, person),
      this.actions(assignment),
      history(assignment.history),
      assignment.candidates?.length ? candidates(assignment.candidates, assignment.consideredAt) : null
    );
  }

  /** Buttons, and the form of the one that was pressed. */
  actions(assignment) {
    const place = h('div', { class: 'careflow-action-form' });
    const buttons = [
      assignment.mayGiveBack ? this.action('giveBack', place, () => this.giveBackForm(place)) : null,
      assignment.mayPassOn ? this.action('passOn', place, () => this.passOnForm(place, assignment.colleagues)) : null,
      assignment.mayReassign ? this.action(assignment.agentId ? 'reassign' : 'assign', place, () => this.reassignForm(place, assignment)) : null
    ].filter(Boolean);
    return buttons.length ? h('section', { class: 'careflow-actions' }, h('div', { class: 'careflow-buttons' }, buttons), place) : null;
  }

  action(name, place, form) {
    const button = h('button', { type: 'button', class: 'btn btn-default', 'aria-expanded': 'false' }, say(name));
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') === 'true';
      button.parentElement.querySelectorAll('button').forEach((other) => other.setAttribute('aria-expanded', 'false'));
      fill(place);
      if (!open) {
        button.setAttribute('aria-expanded', 'true');
        fill(place, form());
        place.querySelector('select, textarea')?.focus();
      }
    });
    return button;
  }

  giveBackForm(place) {
    return this.form(place, {
      name: 'giveBack',
      hint: say('giveBackHint'),
      send: (reason) => post(this.path('give-back'), { reason }),
      done: (answer) => (answer.toName ? say('givenBackTo', { name: answer.toName }) : say('givenBack'))
    });
  }

  passOnForm(place, colleagues) {
    if (colleagues.length === 0) {
      return message('info', say('nobodyElse'));
    }
    const person = select([{ value: '', label: say('chooseSomebody') }, ...colleagues.map(option)], { required: true });
    return this.form(place, {
      name: 'passOn',
      hint: say('passOnHint'),
      person,
      personNeeded: true,
      send: (reason) => post(this.path('pass-on'), { agentId: person.value, reason }),
      done: (answer) => say('passedOn', { name: answer.toName })
    });
  }

  reassignForm(place, { agentId, colleagues }) {
    const person = select([{ value: '', label: say('byRules') }, ...colleagues.map(option)]);
    return this.form(place, {
      name: agentId ? 'reassign' : 'assign',
      hint: say(agentId ? 'reassignHint' : 'assignHint'),
      person,
      send: async (reason) => {
        const answer = await post('/api/reassignments', { taskIds: [this.taskId], agentId: person.value || null, reason });
        return moved(answer.items[0]);
      },
      done: (answer) => (answer.toName ? say('passedOn', { name: answer.toName }) : say('backInQueue'))
    });
  }

  form(place, action) {
    const reason = h('textarea', { class: 'form-control', rows: '2', maxlength: String(LONGEST_REASON), required: true });
    const answer = h('div', { 'aria-live': 'polite' });
    const send = h('button', { type: 'submit', class: 'btn btn-primary' }, say(action.name));
    const cancel = h('button', { type: 'button', class: 'btn btn-link', onclick: () => this.closeForm(place) }, say('cancel'));
    const form = h(
      'form',
      { novalidate: true, 'aria-label': say(action.name) },
      h('p', {}, action.hint),
      action.person ? field(say('toWhom'), action.person) : null,
      field(say('reason'), reason, say('reasonHint')),
      answer,
      send,
      cancel
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit(action, reason, answer, send);
    });
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.closeForm(place);
      }
    });
    return form;
  }

  closeForm(place) {
    fill(place);
    const button = this.container.querySelector('[aria-expanded=true]');
    button?.setAttribute('aria-expanded', 'false');
    button?.focus();
  }

  async submit(action, reason, answer, send) {
    const missing = missingIn(action, reason);
    if (missing) {
      fill(answer, message('danger', say(missing.word)));
      missing.control.focus();
      return;
    }
    send.disabled = true;
    fill(answer);
    try {
      const answer = await action.send(reason.value.trim());
      await this.load(action.done(answer));
      this.tellTasklist();
    } catch (problem) {
      fill(answer, message('danger', problem.message));
      send.disabled = false;
    }
  }

  /** The list, and the head of the task, which shows who has it. */
  tellTasklist() {
    const readable = this.container.querySelector('.careflow-why') !== null;
    this.scope?.$root?.$applyAsync?.(() => {
      if (readable) {
        this.scope.taskData?.changed?.('task');
      }
      this.scope.$root.$broadcast('refresh');
    });
  }
}

function missingIn(action, reason) {
  if (action.personNeeded && !action.person.value) {
    return { word: 'personMissing', control: action.person };
  }
  return reason.value.trim().length < SHORTEST_REASON ? { word: 'reasonMissing', control: reason } : null;
}

/** What became of the only task; what was refused is an error. */
function moved(result) {
  if (!result.moved) {
    throw new Error(result.message);
  }
  return result;
}

export function option(colleague) {
  return { value: colleague.id, label: colleague.note ? `${colleague.name} (${colleague.note})` : colleague.name };
}

function why(assignment, person) {
  return h(
    'section',
    { class: 'careflow-why' },
    h('h4', {}, question(assignment, person)),
    h('p', { class: 'careflow-sentence' }, assignment.why || say('noReason')),
    assignment.decidedAt ? h('p', { class: 'text-muted' }, decided(assignment)) : null
  );
}

function question(assignment, person) {
  if (assignment.aboutCase) {
    return say('whyCase');
  }
  if (!assignment.agentId) {
    return say('whyNobody');
  }
  return assignment.agentId === person.id ? say('whyMe') : say('whySomebody', { name: assignment.agentName });
}

function decided(assignment) {
  const at = moment(assignment.decidedAt);
  return assignment.decidedBy
    ? say('decidedByPerson', { name: assignment.decidedByName, at })
    : say('decidedByRules', { at, version: assignment.rulesVersion });
}

function history(hands) {
  return h(
    'section',
    { class: 'careflow-history' },
    h('h4', {}, say('history')),
    hands.length ? h('ol', {}, hands.map(hand)) : h('p', { class: 'text-muted' }, say('historyEmpty'))
  );
}

function hand(one) {
  const to = one.toName ?? say('nobody');
  return h(
    'li',
    {},
    h('time', { datetime: one.at }, moment(one.at)),
    ' ',
    h('strong', {}, one.from ? say('fromTo', { from: one.fromName, to }) : say('takenBy', { to })),
    ' ',
    h('span', { class: 'text-muted' }, say('by', { name: one.byName ?? say('rules') })),
    h('div', {}, one.why)
  );
}

function candidates(people, at) {
  return h('section', { class: 'careflow-candidates' }, h('h4', {}, say('candidates')), table(people, at));
}

function table(people, at) {
  const first = [...people].sort((one, other) => Number(other.chosen) - Number(one.chosen));
  return h(
    'table',
    { class: 'table table-condensed' },
    h('caption', {}, say('candidatesCaption', { at: moment(at) })),
    h('thead', {}, h('tr', {}, ['person', 'verdict', 'reasons'].map((word) => h('th', { scope: 'col' }, say(word))))),
    h('tbody', {}, first.map(candidate))
  );
}

function candidate(person) {
  const verdict = person.chosen ? 'chosen' : person.eligible ? 'eligible' : 'notEligible';
  return h(
    'tr',
    { class: `careflow-${verdict}` },
    h('th', { scope: 'row' }, person.name),
    h('td', {}, say(verdict)),
    h('td', {}, person.reasons.length > 1 ? h('ul', {}, person.reasons.map((reason) => h('li', {}, reason))) : person.reasons[0] ?? '')
  );
}
