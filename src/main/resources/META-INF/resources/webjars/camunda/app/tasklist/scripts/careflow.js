// What Tasklist loads of ours. Tasklist does not start without this file, so nothing in here can fail: without the parts it is the
// Tasklist as it comes.
const parts = await import('./careflow/parts.js').then(
  (module) => module.default,
  (error) => {
    console.error('Careflow parts are missing', error);
    return [];
  }
);

export default parts;
