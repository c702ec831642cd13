import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import { RefusalNotice } from './RefusalNotice.tsx';

interface Props {
  /** What starts it: call `ask` from your button or menu item. */
  readonly children: (ask: () => void) => ReactNode;
  readonly title: string;
  /** What will happen, with its numbers and who will see it. */
  readonly consequence: ReactNode;
  /** The verb: «Закрыть месяц». */
  readonly confirm: string;
  readonly onConfirm: (reason: string) => Promise<unknown>;
  /** Asks for a reason, which the journal keeps; the text is the field's label. */
  readonly reason?: string;
  /** Money at risk or no way back. */
  readonly risky?: boolean;
}

/** Asks once, with the consequence in words. */
export function ConfirmWithConsequence({
  children,
  title,
  consequence,
  confirm,
  onConfirm,
  reason,
  risky = false,
}: Props) {
  const t = useWords('kit');
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [refusal, setRefusal] = useState<unknown>(null);

  const lacksReason = reason !== undefined && said.trim() === '';
  const ask = (): void => {
    setRefusal(null);
    setSaid('');
    setOpened(true);
  };
  const go = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm(said.trim());
      setOpened(false);
    } catch (thrown) {
      setRefusal(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      {children(ask)}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={<strong>{title}</strong>}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <div>{consequence}</div>
        {reason === undefined ? null : (
          <Textarea
            mt={16}
            label={reason}
            description={t('reasonFirst')}
            value={said}
            onChange={(event) => setSaid(event.currentTarget.value)}
            autosize
            minRows={2}
            data-autofocus
          />
        )}
        {refusal ? (
          <div style={{ marginTop: 16 }}>
            <RefusalNotice refusal={refusal} />
          </div>
        ) : null}
        <Group mt={20} gap={8}>
          <Button
            color={risky ? 'risk' : undefined}
            loading={busy}
            disabled={lacksReason}
            aria-description={lacksReason ? t('reasonFirst') : undefined}
            onClick={() => void go()}
          >
            {confirm}
          </Button>
          <Button variant="default" onClick={() => setOpened(false)} disabled={busy}>
            {t('cancel')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
