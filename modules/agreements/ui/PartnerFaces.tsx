import { Button } from '@mantine/core';
import { Badge, Face, Section, useFormat, useWords } from '@mosty/ui-kit';
import type { Face as FaceOf, Side } from '@mosty/directory/contract';
import { PartnerWorld } from '@mosty/directory/parts';
import { useState } from 'react';
import { FaceForm } from './FaceForm.tsx';
import type { PartnerCard } from './PartnerScreen.tsx';
import classes from './agreements.module.css';

const SIDES: readonly Side[] = ['ours', 'theirs'];

/** The living people of both sides: who, how to reach them, how soon they answer (S0.62). */
export function PartnerFaces({ partner }: { partner: PartnerCard }) {
  const t = useWords('agreements');
  const writes = partner.can['write'] === true;
  const [edited, setEdited] = useState<{ side: Side; face: FaceOf | null } | null>(null);
  return (
    <Section title={t('faces.title')}>
      <div className={classes.sides}>
        {SIDES.map((side) => {
          const people = partner.faces.filter((face) => face.side === side);
          return (
            <section key={side} className={classes.side} aria-label={t(`faces.${side}`)}>
              <h3>{t(`faces.${side}`)}</h3>
              {people.length === 0 ? (
                <p className={classes.soft} style={{ marginBottom: 12 }}>
                  {t(side === 'ours' ? 'faces.nobodyOurs' : 'faces.nobodyTheirs')}
                </p>
              ) : (
                <ul className={classes.people}>
                  {people.map((face) => (
                    <PersonOf
                      key={face.id}
                      face={face}
                      onEdit={writes ? () => setEdited({ side, face }) : null}
                    />
                  ))}
                </ul>
              )}
              {writes ? (
                <Button size="compact-sm" variant="subtle" onClick={() => setEdited({ side, face: null })}>
                  {t('faces.add')}
                </Button>
              ) : null}
            </section>
          );
        })}
      </div>
      <PartnerWorld partnerId={partner.id} />
      {edited ? <FaceForm partnerId={partner.id} {...edited} onClose={() => setEdited(null)} /> : null}
    </Section>
  );
}

function PersonOf({
  face,
  onEdit,
}: {
  face: FaceOf;
  /** Null where the reader may only read. */
  onEdit: (() => void) | null;
}) {
  const t = useWords('agreements');
  const format = useFormat();
  const ways = [face.channel, face.email, face.phone].filter(Boolean);
  return (
    <li className={classes.person}>
      <Face name={face.name} size={40} />
      <div>
        <span className={classes.inline}>
          <span className={classes.name}>{face.name}</span>
          {face.isMain ? <Badge tone="faint">{t('faces.main')}</Badge> : null}
          {face.absentUntil ? (
            <Badge tone="warn">{t('faces.absent', { day: format.when(face.absentUntil) })}</Badge>
          ) : null}
          {onEdit ? (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`${t('faces.edit')}: ${face.name}`}
              onClick={onEdit}
            >
              {t('faces.edit')}
            </Button>
          ) : null}
        </span>
        {face.title ? <p>{face.title}</p> : null}
        {ways.length > 0 ? <p>{ways.join(' · ')}</p> : null}
        {face.replyHours ? <p>{t('faces.replies', { count: face.replyHours })}</p> : null}
      </div>
    </li>
  );
}
