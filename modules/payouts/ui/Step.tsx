import { Button } from '@mantine/core';
import { Act, ConfirmWithConsequence, type May } from '@mosty/ui-kit';

interface Props {
  /** `answer.can['…']`. */
  readonly can: May;
  readonly title: string;
  /** What will happen, in words. */
  readonly text: string;
  /** Asks for a reason under this label. */
  readonly reason?: string;
  /** Not what is usually done here. */
  readonly quiet?: boolean;
  readonly act: (reason: string) => Promise<unknown>;
}

/** What somebody else must do is shown and says so; what only the state forbids is simply not the next step. */
const SAID = new Set(['identity.two_people', 'payouts.own_batch', 'payouts.needs_another']);

/** A step of money's way. */
export function Step({ can, title, text, reason, quiet, act }: Props) {
  if (can === undefined) return null;
  if (can !== true) {
    return SAID.has(can.because) ? (
      <Act can={can} onClick={() => {}}>
        {title}
      </Act>
    ) : null;
  }
  return (
    <ConfirmWithConsequence
      title={title}
      consequence={text}
      confirm={title}
      onConfirm={act}
      {...(reason ? { reason } : {})}
    >
      {(ask) => (
        <Button variant={reason || quiet ? 'default' : 'filled'} onClick={ask}>
          {title}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
