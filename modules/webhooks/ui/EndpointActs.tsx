import { Button, Menu } from '@mantine/core';
import {
  ConfirmWithConsequence,
  paths,
  SidePanel,
  toast,
  useGo,
  useMay,
  useVerb,
  useWords,
} from '@mosty/ui-kit';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import {
  changeEndpoint,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  removeEndpoint,
  rotateSecret,
  testEndpoint,
  type EndpointView,
} from '../contract.ts';
import { OnceSecret } from './OnceSecret.tsx';
import { ReplayPeriod } from './ReplayPeriod.tsx';

/** A test, and in the menu what is done seldom. */
export function EndpointActs({ endpoint }: { endpoint: EndpointView }) {
  const t = useWords('webhooks');
  const go = useGo();
  const mayWrite = useMay('webhook.write');
  const [replaying, setReplaying] = useState(false);
  const params = { endpointId: endpoint.id };
  const changed = { invalidates: [getEndpoint, listEndpoints, listDeliveries] };
  const test = useVerb(testEndpoint, { ...changed, onDone: () => toast(t('one.tested')) });
  const change = useVerb(changeEndpoint, changed);
  const rotate = useVerb(rotateSecret, { invalidates: [getEndpoint] });
  const remove = useVerb(removeEndpoint, {
    invalidates: [listEndpoints],
    onDone: () => {
      toast(t('one.removed'));
      go(paths.webhooks());
    },
  });
  if (!mayWrite) return null;
  const isOn = endpoint.state === 'on';
  return (
    <>
      <Button loading={test.isPending} disabled={!isOn} onClick={() => test.mutate({ params })}>
        {t('one.test')}
      </Button>
      <Button
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate({ params, body: { state: isOn ? 'off' : 'on' } })}
      >
        {isOn ? t('one.offAct') : t('one.on')}
      </Button>
      <ConfirmWithConsequence
        title={t('one.rotateTitle')}
        consequence={t('one.rotateText')}
        confirm={t('one.rotate')}
        onConfirm={() => rotate.mutateAsync({ params, body: { overlapHours: 24 } })}
      >
        {(askRotate) => (
          <ConfirmWithConsequence
            title={t('one.removeTitle')}
            consequence={t('one.removeText')}
            confirm={t('one.remove')}
            risky
            onConfirm={() => remove.mutateAsync({ params })}
          >
            {(askRemove) => (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="default" px={10} aria-label={t('one.more')}>
                    <IconDots size={18} />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item disabled={!isOn} onClick={() => setReplaying(true)}>
                    {t('one.replay')}
                  </Menu.Item>
                  <Menu.Item onClick={askRotate}>{t('one.rotate')}</Menu.Item>
                  <Menu.Item onClick={askRemove}>{t('one.remove')}</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </ConfirmWithConsequence>
        )}
      </ConfirmWithConsequence>
      {rotate.data ? (
        <SidePanel opened onClose={() => rotate.reset()} title={t('create.once')}>
          <OnceSecret secret={rotate.data.secret} onDone={() => rotate.reset()} />
        </SidePanel>
      ) : null}
      {replaying ? <ReplayPeriod endpointId={endpoint.id} onClose={() => setReplaying(false)} /> : null}
    </>
  );
}
