// "Chuyển nhiều việc": a lead chooses tasks, sees each change before it is made, and does it.
import { HANDS_CHANGED, option } from './assignment.js';
import { field, fill, h, message, moment, newId, select } from './dom.js';
import { forgetMe, get, me, post } from './rest.js';
import { say } from './words.js';

const PAGE = 50;

const MOST = 200;

const NOBODY = '-';

/** In the navigation, for who may do it. */
export function show(container, context, scope) {
  forgetMe();
  let dialog = null;
  me().then(
    (person) => {
      if (person.mayReassign) {
        const link = h('a', { href: '#', role: 'button' }, h('span', { class: 'glyphicon glyphicon-transfer', 'aria-hidden': 'true' }), ' ', say('reassignMany'));
        const open = (event) => {
          event.preventDefault();
          dialog?.close();
          dialog = new ReassignDialog(link, scope);
          dialog.open();
        };
        link.addEventListener('click', open);
        link.addEventListener('keydown', (event) => (event.key === ' ' ? open(event) : null));
        fill(container, link);
      }
    },
    () => fill(container)
  );
  return () => dialog?.close();
}

class ReassignDialog {
  constructor(link, scope) {
    this.link = link;
    this.scope = scope;
    this.changed = false;
    this.tasks = [];
    this.total = 0;
    this.chosen = new Set();
    this.content = h('div', { class: 'careflow-dialog-content' });
    this.titleId = newId('title');
    this.dialog = h(
      'dialog',
      { class: 'careflow careflow-dialog', 'aria-labelledby': this.titleId },
      h(
        'header',
        {},
        h('h3', { id: this.titleId }, say('reassignMany')),
        h('button', { type: 'button', class: 'close', 'aria-label': say('close'), onclick: () => this.close() }, '×')
      ),
      this.content
    );
    this.dialog.addEventListener('close', () => this.closed());
  }

  open() {
    document.body.appendChild(this.dialog);
    this.dialog.showModal();
    this.begin();
  }

  close() {
    this.dialog.close();
  }

  closed() {
    this.dialog.remove();
    this.link.focus();
    if (this.changed) {
      this.scope?.$root?.$applyAsync?.(() => this.scope.$root.$broadcast('refresh'));
      document.dispatchEvent(new CustomEvent(HANDS_CHANGED));
    }
  }

  async begin() {
    fill(this.content, h('p', { role: 'status' }, say('loading')));
    try {
      this.choices = await get('/api/reassignments/choices');
      this.displayChoice();
      await this.search();
    } catch (problem) {
      this.displayProblem(problem, () => this.begin());
    }
  }

  displayProblem(problem, again) {
    fill(this.content, message('danger', problem.message), h('button', { type: 'button', class: 'btn btn-default', onclick: again }, say('tryAgain')));
  }

  /* ---- choosing ---- */

  displayChoice() {
    const people = this.choices.people.map(option);
    this.whose ??= select([{ value: '', label: say('anybody') }, { value: NOBODY, label: say('nobodyYet') }, ...people], { onchange: () => this.search() });
    this.list ??= select(
      [{ value: '', label: say('anyList') }, ...this.choices.filters.map((filter) => ({ value: filter.id, label: filter.name }))],
      { onchange: () => this.search() }
    );
    this.toWhom ??= select([{ value: '', label: say('byRules') }, ...people]);
    this.reason ??= h('textarea', { class: 'form-control', rows: '2', maxlength: '1000' });
    this.table = h('div', { class: 'careflow-tasks', 'aria-live': 'polite' });
    this.count = h('p', { role: 'status' });
    this.answer = h('div', {});
    const form = h(
      'form',
      { novalidate: true },
      h('p', {}, say('reassignManyIntro')),
      h('div', { class: 'careflow-row' }, field(say('whose'), this.whose), field(say('inList'), this.list)),
      this.table,
      this.count,
      h('div', { class: 'careflow-row' }, field(say('toWhom'), this.toWhom), field(say('reason'), this.reason, say('reasonHint'))),
      this.answer,
      h('footer', {}, h('button', { type: 'submit', class: 'btn btn-primary' }, say('preview')), this.closeButton())
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.preview(form.querySelector('[type=submit]'));
    });
    fill(this.content, form);
    this.displayTasks();
    this.whose.focus();
  }

  closeButton() {
    return h('button', { type: 'button', class: 'btn btn-link', onclick: () => this.close() }, say('close'));
  }

  async search() {
    this.tasks = [];
    this.chosen.clear();
    await this.searchMore();
  }

  async searchMore() {
    const question = this.question();
    try {
      const page = await get(`/api/reassignments/tasks?${question}&page=${Math.floor(this.tasks.length / PAGE)}&size=${PAGE}`);
      // Somebody who chose anew meanwhile waits for another answer.
      if (question === this.question()) {
        this.tasks.push(...page.items);
        this.total = page.total;
        this.displayTasks();
      }
    } catch (problem) {
      fill(this.table, message('danger', problem.message));
    }
  }

  question() {
    const question = new URLSearchParams();
    if (this.whose.value === NOBODY) {
      question.set('unassigned', 'true');
    } else if (this.whose.value) {
      question.set('agentId', this.whose.value);
    }
    if (this.list.value) {
      question.set('filterId', this.list.value);
    }
    return question.toString();
  }

  displayTasks() {
    const movable = this.tasks.filter((task) => task.movable);
    const all = h('input', { type: 'checkbox', 'aria-label': say('chooseAll'), onchange: () => this.chooseAll(all.checked, movable) });
    all.checked = movable.length > 0 && movable.every((task) => this.chosen.has(task.taskId));
    all.disabled = movable.length === 0;
    const heads = ['task', 'subject', 'customer', 'holder', 'due'].map((word) => h('th', { scope: 'col' }, say(word)));
    fill(
      this.table,
      this.tasks.length
        ? h('table', { class: 'table table-condensed' }, h('thead', {}, h('tr', {}, h('th', {}, all), heads)), h('tbody', {}, this.tasks.map((task) => this.row(task))))
        : h('p', { class: 'text-muted' }, say('noTasks'))
    );
    this.displayCount();
  }

  row(task) {
    const box = h('input', {
      type: 'checkbox',
      'aria-label': say('chooseTask', { task: task.name, subject: task.title }),
      disabled: !task.movable,
      title: task.movable ? null : say('notMovable')
    });
    box.checked = this.chosen.has(task.taskId);
    box.addEventListener('change', () => {
      this.chosen[box.checked ? 'add' : 'delete'](task.taskId);
      this.displayCount();
    });
    return h(
      'tr',
      {},
      h('td', {}, box),
      h('td', {}, task.name),
      h('td', {}, task.title),
      h('td', {}, task.customerName ?? ''),
      h('td', {}, task.agentName ?? say('nobodyYet')),
      h('td', {}, moment(task.dueAt), task.overdue ? h('span', { class: 'careflow-overdue' }, ` ${say('overdue')}`) : null)
    );
  }

  chooseAll(wanted, movable) {
    movable.forEach((task) => this.chosen[wanted ? 'add' : 'delete'](task.taskId));
    this.displayTasks();
  }

  displayCount() {
    const more = this.tasks.length < this.total;
    if (this.tasks.length === 0) {
      fill(this.count);
      return;
    }
    fill(
      this.count,
      say('shownOf', { shown: this.tasks.length, total: this.total }),
      ' ',
      say('chosenCount', { count: this.chosen.size }),
      ' ',
      more ? h('button', { type: 'button', class: 'btn btn-link btn-sm', onclick: () => this.searchMore() }, say('more')) : null
    );
  }

  missing() {
    if (this.chosen.size === 0) {
      return { word: say('noneChosen'), control: this.whose };
    }
    if (this.chosen.size > MOST) {
      return { word: say('tooMany', { most: MOST }), control: this.whose };
    }
    return this.reason.value.trim().length < 3 ? { word: say('reasonMissing'), control: this.reason } : null;
  }

  /* ---- seeing it before ---- */

  async preview(button) {
    const missing = this.missing();
    if (missing) {
      fill(this.answer, message('danger', missing.word));
      missing.control.focus();
      return;
    }
    button.disabled = true;
    this.order = { taskIds: [...this.chosen], agentId: this.toWhom.value || null, reason: this.reason.value.trim() };
    try {
      this.displayPreview((await post('/api/reassignments/preview', this.order)).items);
    } catch (problem) {
      fill(this.answer, message('danger', problem.message));
      button.disabled = false;
    }
  }

  displayPreview(proposals) {
    const possible = proposals.filter((proposal) => !proposal.objection);
    const carryOut = h('button', { type: 'button', class: 'btn btn-primary', disabled: possible.length === 0 }, say('carryOut', { count: possible.length }));
    carryOut.addEventListener('click', () => this.carryOut(possible, carryOut));
    this.answer = h('div', { 'aria-live': 'polite' });
    fill(
      this.content,
      h('h4', { tabindex: '-1' }, say('previewTitle')),
      h('div', { class: 'careflow-tasks' }, h('table', { class: 'table table-condensed' }, this.heads(), h('tbody', {}, proposals.map((proposal) => this.proposal(proposal))))),
      possible.length ? null : message('warning', say('nothingToDo')),
      this.answer,
      h(
        'footer',
        {},
        carryOut,
        h('button', { type: 'button', class: 'btn btn-default', onclick: () => this.displayChoice() }, say('back')),
        this.closeButton()
      )
    );
    (possible.length ? carryOut : this.content.querySelector('h4')).focus();
  }

  heads() {
    return h('thead', {}, h('tr', {}, ['task', 'subject', 'from', 'to', 'why'].map((word) => h('th', { scope: 'col' }, say(word)))));
  }

  proposal(proposal) {
    const task = this.task(proposal.taskId);
    return h(
      'tr',
      { class: proposal.objection ? 'careflow-notEligible' : null },
      h('td', {}, task?.name ?? ''),
      h('td', {}, task?.title ?? proposal.title ?? ''),
      h('td', {}, proposal.fromName ?? say('nobody')),
      h('td', {}, proposal.objection ? '' : h('strong', {}, proposal.toName ?? say('queue'))),
      h('td', {}, proposal.objection ? say('cannot', { reason: proposal.objection }) : proposal.why ?? '')
    );
  }

  task(taskId) {
    return this.tasks.find((task) => task.taskId === taskId);
  }

  /* ---- doing it ---- */

  async carryOut(possible, button) {
    button.disabled = true;
    fill(this.answer, h('p', { role: 'status' }, say('carryingOut')));
    try {
      const order = { ...this.order, taskIds: possible.map((proposal) => proposal.taskId) };
      const results = (await post('/api/reassignments', order)).items;
      this.changed = true;
      this.displayResults(results);
    } catch (problem) {
      fill(this.answer, message('danger', problem.message));
      button.disabled = false;
    }
  }

  displayResults(results) {
    const done = results.filter((result) => result.moved).length;
    const again = h('button', { type: 'button', class: 'btn btn-default', onclick: () => this.beginAgain() }, say('again'));
    const close = h('button', { type: 'button', class: 'btn btn-primary', onclick: () => this.close() }, say('close'));
    fill(
      this.content,
      h('h4', {}, say('resultTitle')),
      message(done === results.length ? 'success' : 'warning', say('resultSummary', { done, failed: results.length - done })),
      h('div', { class: 'careflow-tasks' }, h('ul', { class: 'careflow-results' }, results.map((result) => this.result(result)))),
      h('footer', {}, close, again)
    );
    close.focus();
  }

  result(result) {
    const task = this.task(result.taskId);
    const what = [task?.name, task?.title].filter(Boolean).join(' · ');
    const said = result.moved ? say('moved', { to: result.toName ?? say('queue') }) : say('notMoved');
    return h('li', {}, h('strong', {}, what), ` ${said}. `, h('span', { class: 'text-muted' }, result.message));
  }

  beginAgain() {
    this.chosen.clear();
    this.reason.value = '';
    this.begin();
  }
}
