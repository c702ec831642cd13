import { Face, useWords, type AnswerOf } from '@mosty/ui-kit';
import type { getPortalFrame } from '@mosty/portal/contract';
import { OurFace } from '@mosty/portal/parts';
import { useId } from 'react';
import classes from './OurFaceButton.module.css';

type OurPerson = NonNullable<AnswerOf<typeof getPortalFrame>['face']>;

/** Our person's face at the top of every page; a touch shows how to reach them. */
export function OurFaceButton({ face }: { face: OurPerson }) {
  const t = useWords('portal');
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={classes.face}
        popoverTarget={id}
        aria-label={t('face.open', { name: face.name })}
      >
        <span className={classes.name}>{face.name}</span>
        <Face name={face.name} size={34} />
      </button>
      <div id={id} popover="auto" className={classes.panel}>
        <OurFace face={face} />
      </div>
    </>
  );
}
