// The product's parts of Tasklist and where they are shown. Each is loaded when it is first shown.
import { say } from './words.js';

/**
 * A part: a module that exports show(container, context, scope) and may return what is to be done when it is no longer shown.
 */
function part(id, pluginPoint, priority, label, load) {
  return {
    id,
    pluginPoint,
    priority,
    properties: { label },
    render(container, context, scope) {
      let ended = false;
      let end = () => {};
      // The new one is shown before the old one ends, so each knows its own end.
      scope?.$on?.('$destroy', () => {
        ended = true;
        end();
      });
      load().then(
        (module) => {
          if (!ended) {
            end = module.show(container, context, scope) ?? end;
          }
        },
        (error) => {
          console.error(`Careflow part ${id} is missing`, error);
          container.textContent = say('partMissing');
        }
      );
    },
    unmount() {}
  };
}

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('./careflow.css', import.meta.url).href;
document.head.appendChild(style);

export default [
  part('careflow-assignment', 'tasklist.task.detail', 900, say('assignment'), () => import('./assignment.js')),
  part('careflow-reassign', 'tasklist.navbar.action', 200, say('reassignMany'), () => import('./reassign.js'))
];
