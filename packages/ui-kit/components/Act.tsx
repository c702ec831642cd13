import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import type { MouseEventHandler } from 'react';
import { useWords } from '../language.ts';
import { wordsOfRefusal } from '../refusal-words.ts';

/** As it travels with an answer: allowed, or the refusal's code and params. */
export type May =
  | true
  | { readonly because: string; readonly params?: Readonly<Record<string, unknown>> | undefined }
  | undefined;

interface Props extends ButtonProps {
  /** `answer.can['…']`. */
  readonly can: May;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
}

/** A button of something the actor may or may not do now. A disabled one says why, to the pointer and to the keyboard. */
export function Act({ can, onClick, ...button }: Props) {
  const t = useWords('kit');
  if (can === true) return <Button {...button} onClick={onClick} />;
  const because = can?.because ?? 'kit.not_permitted';
  const words = wordsOfRefusal(t, { kind: 'not_permitted', code: because, params: can?.params ?? {} });
  const text = [words.what, words.change, words.who].filter(Boolean).join(' ');
  return (
    <Tooltip label={text} events={{ hover: true, focus: true, touch: true }}>
      <Button
        {...button}
        data-disabled
        aria-disabled="true"
        aria-description={text}
        onClick={(event) => event.preventDefault()}
      />
    </Tooltip>
  );
}
