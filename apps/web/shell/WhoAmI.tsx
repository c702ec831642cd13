import { Face, useMe, useWords } from '@mosty/ui-kit';
import { IconSelector } from '@tabler/icons-react';
import { lazy, useId, useState } from 'react';
import { Part } from './Part.tsx';
import classes from './WhoAmI.module.css';

const WhoAmIPanel = lazy(async () => ({ default: (await import('./WhoAmIPanel.tsx')).WhoAmIPanel }));

export interface WhoAmIProps {
  /** On a phone the face alone. */
  readonly compact?: boolean;
  /** Of the team's frame; the portal has no letters of its own. */
  readonly onKeyboardHelp?: () => void;
}

/** Who is signed in and as what; what the face opens comes after the page. The browser's own popover: nothing to load. */
export function WhoAmI(props: WhoAmIProps) {
  const { compact = false } = props;
  const t = useWords('shell');
  const { member } = useMe();
  const id = useId();
  const [isAwaited, setAwaited] = useState(false);
  const role = t(`roles.${member.role}`);
  return (
    <>
      <button
        type="button"
        className={classes.who}
        data-compact={compact || undefined}
        popoverTarget={id}
        // Pressed before its panel came: the panel opens itself as soon as it is there, and the button's own turn
        // is not taken, or it would shut what has just opened.
        onClick={(event) => {
          if (document.getElementById(id) !== null) return;
          event.preventDefault();
          setAwaited(true);
        }}
        aria-label={t('me.open', { who: compact ? member.name : `${member.name}, ${role}` })}
      >
        <Face name={member.name} size={compact ? 32 : 30} />
        {compact ? null : (
          <>
            <span className={classes.words}>
              <span className={classes.name}>{member.name}</span> <span className={classes.role}>{role}</span>
            </span>
            <IconSelector size={16} stroke={1.6} className={classes.arrow} />
          </>
        )}
      </button>
      <Part>
        <WhoAmIPanel {...props} id={id} isAwaited={isAwaited} />
      </Part>
    </>
  );
}
