import { Button, FileButton, Input } from '@mantine/core';
import { asRefusal, ProgressPanel, RefusalNotice, upload, useWords } from '@mosty/ui-kit';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { FILE_ENDINGS, storeFile, type FilePurpose } from '../contract.ts';
import classes from './upload.module.css';

export interface Uploaded {
  readonly id: string;
  readonly name: string;
}

/** A file is dropped or chosen, and sent at once; what the form keeps is its id. */
export function UploadFile({
  label,
  purpose,
  partnerId,
  value,
  onChange,
  error,
}: {
  label: string;
  purpose: FilePurpose;
  /** Whose it is, when one of ours uploads for a partner. */
  partnerId?: string | undefined;
  value: Uploaded | null;
  onChange: (file: Uploaded | null) => void;
  error?: ReactNode;
}) {
  const t = useWords('files');
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; share: number } | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const stopper = useRef<AbortController | null>(null);

  async function send(file: File | null | undefined): Promise<void> {
    if (!file || sending) return;
    const controller = new AbortController();
    stopper.current = controller;
    setRefusal(null);
    setSending({ name: file.name, share: 0 });
    try {
      const { id, name } = await upload(
        storeFile,
        file,
        { onProgress: (share) => setSending({ name: file.name, share }), signal: controller.signal },
        // The bytes go as the raw body; the type of the operation speaks of the server's stream.
        { query: { name: file.name, purpose, partnerId }, body: undefined as never },
      );
      onChange({ id, name });
    } catch (thrown) {
      setRefusal(asRefusal(thrown).code === 'kit.stopped' ? null : thrown);
    } finally {
      setSending(null);
    }
  }

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };

  if (sending)
    return (
      <ProgressPanel
        title={t('upload.sending', { name: sending.name })}
        done={Math.round(sending.share * 100)}
        total={100}
        state="running"
        actions={
          <Button variant="default" onClick={() => stopper.current?.abort()}>
            {t('upload.stop')}
          </Button>
        }
      />
    );
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <section
        className={classes.drop}
        aria-label={label}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {value ? (
          <span className={classes.name}>{value.name}</span>
        ) : (
          <p className={classes.note}>{t('upload.note')}</p>
        )}
        <FileButton accept={FILE_ENDINGS} onChange={(file) => void send(file)}>
          {(props) => (
            <Button {...props} variant="default">
              {t(value ? 'upload.another' : 'upload.choose')}
            </Button>
          )}
        </FileButton>
      </section>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
    </Input.Wrapper>
  );
}
