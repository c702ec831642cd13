import { Button, FileButton, Select } from '@mantine/core';
import {
  asRefusal,
  paths,
  ProgressPanel,
  RefusalNotice,
  upload,
  useFilters,
  useGo,
  useWords,
} from '@mosty/ui-kit';
import { IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type DragEvent } from 'react';
import { IMPORT_KINDS, listImports, uploadImport } from '../contract.ts';
import classes from './integrations.module.css';

const ACCEPTS = '.csv,.txt,.tsv,.xlsx,text/csv,text/plain';

interface Sending {
  readonly name: string;
  readonly share: number;
}

/** A file is dropped or chosen; what it is about is guessed from its columns unless told. */
export function UploadFile() {
  const t = useWords('integrations');
  const go = useGo();
  const client = useQueryClient();
  const [filters, setFilters] = useFilters(paths.imports);
  const kind = IMPORT_KINDS.find((known) => known === filters.kind);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const stopper = useRef<AbortController | null>(null);

  async function send(file: File | null | undefined): Promise<void> {
    if (!file || sending) return;
    const controller = new AbortController();
    stopper.current = controller;
    setRefusal(null);
    setSending({ name: file.name, share: 0 });
    try {
      const made = await upload(
        uploadImport,
        file,
        {
          onProgress: (share) => setSending({ name: file.name, share }),
          signal: controller.signal,
        },
        // The bytes go as the raw body; the type of the operation speaks of the server's stream.
        { query: { filename: file.name, kind }, body: undefined as never },
      );
      await client.invalidateQueries({ queryKey: [listImports.id] });
      go(paths.import({ importId: made.id }));
    } catch (thrown) {
      setRefusal(asRefusal(thrown).code === 'kit.stopped' ? null : thrown);
    } finally {
      setSending(null);
    }
  }

  if (sending) {
    return (
      <ProgressPanel
        title={t('upload.sending', { name: sending.name })}
        done={Math.round(sending.share * 100)}
        total={100}
        state="running"
        note={t('upload.stay')}
        actions={
          <Button variant="default" onClick={() => stopper.current?.abort()}>
            {t('upload.stop')}
          </Button>
        }
      />
    );
  }

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={classes.drop}
      aria-label={t('actions.upload')}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={classes.dropTitle}>{t('upload.title')}</p>
      <p className={classes.dropNote}>{t('upload.note')}</p>
      <div className={classes.row}>
        <Select
          label={t('upload.kind')}
          placeholder={t('upload.guess')}
          data={IMPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind ?? null}
          onChange={(value) => setFilters({ kind: value ?? '' })}
          clearable
        />
        <FileButton accept={ACCEPTS} onChange={(file) => void send(file)}>
          {(props) => (
            <Button {...props} leftSection={<IconFileImport size={16} stroke={1.6} />}>
              {t('upload.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
    </section>
  );
}
