import { PageLink, useMay, paths, useFormat, useToday, useWords, type Translate } from '@mosty/ui-kit';
import { IconChevronRight } from '@tabler/icons-react';
import type { PortalTask } from '../contract.ts';
import classes from './home.module.css';

/** What only the partner can do now, each a tap away. */
export function HomeTasks({ tasks }: { tasks: readonly PortalTask[] }) {
  const t = useWords('portal');
  const may = useMay('deal.register');
  return (
    <div className={classes.turn}>
      {tasks.length > 0 ? (
        <ul className={classes.tasks} aria-label={t('home.tasks')}>
          {tasks.map((task) => (
            <li key={`${task.code} ${task.to} ${task.params['month'] ?? ''}`}>
              <Task task={task} />
            </li>
          ))}
        </ul>
      ) : null}
      {may ? (
        <PageLink to={paths.portalGive()} className={classes.give}>
          {t('home.give')}
        </PageLink>
      ) : null}
    </div>
  );
}

function Task({ task: { code, params, to, dueOn } }: { task: PortalTask }) {
  const t = useWords('portal');
  const format = useFormat();
  const today = useToday();
  const late = dueOn !== null && dueOn < today;
  return (
    <PageLink to={to} className={classes.task}>
      <span>
        {wordsOf(t, code, {
          ...params,
          ...(params['month'] ? { month: format.when(`${params['month']}`, 'month') } : {}),
        })}
        {dueOn ? (
          <span className={classes.due} data-late={late || undefined}>
            {t(late ? 'home.late' : 'home.due', { day: format.when(dueOn) })}
          </span>
        ) : null}
      </span>
      <IconChevronRight size={18} stroke={1.8} aria-hidden="true" />
    </PageLink>
  );
}

/** The words stand in the module that keeps the thing. */
function wordsOf(t: Translate, code: string, params: PortalTask['params']): string {
  const [module, what] = code.split('.');
  return t(`${module}:portalTasks.${what}`, params);
}
