import { Button } from '@mantine/core';
import {
  PageHeading,
  paths,
  SegmentTabs,
  Sentence,
  useFilters,
  useMay,
  useRead,
  useWords,
} from '@mosty/ui-kit';
import { countMaterials } from '../contract.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { AnswersTab } from './AnswersTab.tsx';
import { AssetForm } from './AssetForm.tsx';
import { AssetsTab } from './AssetsTab.tsx';
import { IdeaForm } from './IdeaForm.tsx';
import { IdeasTab } from './IdeasTab.tsx';
import { KitTab } from './KitTab.tsx';
import classes from './library.module.css';

/** Fewer openings say nothing of a material. */
const WORTH_TELLING = 3;

const TABS = ['assets', 'answers', 'kit', 'ideas'] as const;

/** What partners work with, and whether it still holds. */
export default function LibraryScreen() {
  const t = useWords('library');
  const [filters, set] = useFilters(paths.library);
  const mayEdit = useMay('library.edit');
  const tabs = mayEdit ? TABS : TABS.filter((tab) => tab !== 'kit');
  const tab = tabs.find((one) => one === filters.tab) ?? 'assets';
  const close = () => set({ new: '', open: '' });
  const making = mayEdit ? (filters.new ?? '') : '';
  const create = { assets: 'asset', answers: 'answer', kit: 'asset', ideas: 'idea' }[tab];
  return (
    <>
      <PageHeading
        title={t('title')}
        answer={mayEdit ? <HowItStands /> : null}
        actions={mayEdit ? <Button onClick={() => set({ new: create })}>{t(`add.${create}`)}</Button> : null}
      />
      <div className={classes.stack}>
        <SegmentTabs
          label={t('tabs.label')}
          value={tab}
          segments={tabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
          onChange={(value) =>
            set({ tab: value === 'assets' ? '' : value, q: '', show: '', kind: '', for: '', sort: '' })
          }
        />
        {tab === 'assets' ? <AssetsTab mayEdit={mayEdit} /> : null}
        {tab === 'answers' ? <AnswersTab mayEdit={mayEdit} /> : null}
        {tab === 'kit' ? <KitTab /> : null}
        {tab === 'ideas' ? <IdeasTab mayEdit={mayEdit} /> : null}
      </div>
      {making === 'asset' ? <AssetForm onClose={close} /> : null}
      {making === 'answer' ? <AnswerForm onClose={close} /> : null}
      {making === 'idea' ? <IdeaForm onClose={close} /> : null}
    </>
  );
}

function HowItStands() {
  const t = useWords('library');
  const { data } = useRead(countMaterials, {});
  if (!data) return null;
  const { assets, staleAssets, answers, staleAnswers, best } = data;
  if (assets + answers === 0) return t('answer.empty');
  const stale = staleAssets + staleAnswers;
  return (
    <>
      <Sentence text={t('answer.there', { assets, answers })} parts={{}} />{' '}
      <Sentence text={stale > 0 ? t('answer.stale', { count: stale }) : t('answer.fresh')} parts={{}} />{' '}
      {best && best.opens >= WORTH_TELLING ? (
        <Sentence text={t('answer.best', { title: best.title, count: best.opens })} parts={{}} />
      ) : null}
    </>
  );
}
