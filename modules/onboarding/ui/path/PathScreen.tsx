import { Select } from '@mantine/core';
import { KINDS } from '@mosty/agreements/contract';
import {
  Loaded,
  PageHeading,
  PageLink,
  paths,
  useFilters,
  useFormat,
  useMay,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { PARTS, readLaunchPath } from '../../contract.ts';
import classes from '../onboarding.module.css';
import { stepsOf } from './draft.ts';
import { PathEditor } from './PathEditor.tsx';
import { StepWords } from './StepWords.tsx';

/** By which path partners of each kind come to the first result (S3.40), and its next version. */
export default function PathScreen() {
  const t = useWords('onboarding');
  const format = useFormat();
  const may = useMay('launch.publish_path');
  const [filters, set] = useFilters(paths.launchPath);
  const kind = KINDS.find((one) => one === filters.kind) ?? '';
  const read = useRead(readLaunchPath, {});
  const { data } = read;
  return (
    <>
      <PageHeading
        above={<PageLink to={paths.launches()}>{t('nav.launch')}</PageLink>}
        title={t('path.title')}
        answer={
          data
            ? data.publishedAt
              ? t('path.version', { version: data.version, when: format.when(data.publishedAt) })
              : t('path.shipped')
            : null
        }
      />
      <Select
        label={t('path.kind')}
        className={classes.kind}
        allowDeselect={false}
        value={kind}
        data={[
          { value: '', label: t('path.everyKind') },
          ...KINDS.map((value) => ({ value: value as string, label: t(`agreements:kind.${value}`) })),
        ]}
        onChange={(value) => set({ kind: value ?? '' })}
      />
      <Loaded read={read}>
        {(found) =>
          may ? (
            <PathEditor key={found.version} path={found} kind={kind} />
          ) : (
            PARTS.map((part) => (
              <div key={part}>
                <h2 className={classes.part}>{t(`part.${part}`)}</h2>
                <ol className={classes.steps}>
                  {stepsOf(found.body.steps, part, kind).map((step) => (
                    <li key={step.code}>
                      <StepWords step={step} />
                    </li>
                  ))}
                </ol>
              </div>
            ))
          )
        }
      </Loaded>
    </>
  );
}
