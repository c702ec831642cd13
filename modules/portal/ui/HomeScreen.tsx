import { LinesSkeleton, Loaded, PageHeading, useFormat, useRead, useWords } from '@mosty/ui-kit';
import { getPortalHome, type Home } from '../contract.ts';
import { HomeBrought } from './HomeBrought.tsx';
import { HomeClicks } from './HomeClicks.tsx';
import { HomeFace } from './HomeFace.tsx';
import { HomeMoney } from './HomeMoney.tsx';
import { HomeScores } from './HomeScores.tsx';
import { HomeTasks } from './HomeTasks.tsx';
import { HomeWay } from './HomeWay.tsx';

/** Asked again each minute while the page is looked at: what people did is seen without reloading. */
const EVERY_MS = 60_000;

/** Whose move it is, what is earned and on its way, what people opened, whom to write to. */
export default function HomeScreen() {
  const home = useRead(getPortalHome, {}, { every: EVERY_MS });
  return (
    <Loaded read={home} skeleton={<LinesSkeleton lines={8} />}>
      {(found) => <HomePage home={found} />}
    </Loaded>
  );
}

function HomePage({ home }: { home: Home }) {
  const t = useWords('portal');
  const format = useFormat();
  const { stage, tasks } = home;
  const said = stage
    ? t(`stage.${stage.code}`, {
        since: format.when(stage.since),
        returnOn: stage.returnOn ? format.when(stage.returnOn) : '',
      })
    : t('stage.none');
  return (
    <>
      <PageHeading
        title={tasks.length > 0 ? t('home.yours', { count: tasks.length }) : t('home.ours')}
        answer={said}
      />
      <HomeTasks tasks={tasks} />
      {home.money ? <HomeMoney money={home.money} /> : null}
      <HomeWay money={home.money} deals={home.deals} />
      <HomeClicks clicks={home.clicks} />
      <HomeBrought brought={home.brought} />
      <HomeScores />
      <HomeFace face={home.face} />
    </>
  );
}
