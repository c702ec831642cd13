import { Button, CloseButton, Radio, TextInput } from '@mantine/core';
import { useWords } from '@mosty/ui-kit';
import classes from '../onboarding.module.css';
import {
  isWhole,
  newQuestion,
  OPTIONS_MAX,
  OPTIONS_MIN,
  QUESTIONS_MAX,
  withOption,
  withoutOption,
  type Question,
} from './test-draft.ts';

interface Props {
  readonly value: readonly Question[];
  readonly onChange: (questions: Question[]) => void;
  /** The form was sent: what is missing is said. */
  readonly isTried: boolean;
}

const LANGUAGES = ['ru', 'en'] as const;

/** The short test of a step: the step is done when every answer is right (S3.6). */
export function TestFields({ value, onChange, isTried }: Props) {
  const t = useWords('onboarding');
  const put = (place: number, question: Question) => onChange(value.toSpliced(place, 1, question));
  return (
    <fieldset className={classes.test}>
      <legend>{t('path.testTitle')}</legend>
      <p className={classes.soft}>{t('path.testNote')}</p>
      {value.map((question, place) => (
        <div key={place} className={classes.testQuestion}>
          <div className={classes.acts}>
            <b>{t('path.question', { number: place + 1 })}</b>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={`${t('path.remove')}: ${t('path.question', { number: place + 1 })}`}
              onClick={() => onChange(value.toSpliced(place, 1))}
            >
              {t('path.remove')}
            </Button>
          </div>
          {LANGUAGES.map((language) => (
            <TextInput
              key={language}
              label={t(`path.ask.${language}`)}
              maxLength={300}
              value={question[language].ask}
              onChange={(event) =>
                put(place, { ...question, [language]: { ...question[language], ask: event.target.value } })
              }
            />
          ))}
          <Options number={place + 1} question={question} onChange={(next) => put(place, next)} />
          {isTried && !isWhole(question) ? <p className={classes.late}>{t('path.needWhole')}</p> : null}
        </div>
      ))}
      {value.length < QUESTIONS_MAX ? (
        <Button size="compact-sm" variant="default" onClick={() => onChange([...value, newQuestion()])}>
          {t('path.addQuestion')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function Options({
  number,
  question,
  onChange,
}: {
  number: number;
  question: Question;
  onChange: (question: Question) => void;
}) {
  const t = useWords('onboarding');
  const write = (language: 'ru' | 'en', place: number, text: string) => {
    const { ask, options } = question[language];
    onChange({ ...question, [language]: { ask, options: options.toSpliced(place, 1, text) } });
  };
  return (
    <>
      {question.ru.options.map((_option, place) => (
        <div key={place} className={classes.testOption}>
          <Radio
            name={`right ${number}`}
            checked={question.right === place}
            aria-label={t('path.isRight', { number: place + 1 })}
            onChange={() => onChange({ ...question, right: place })}
          />
          {LANGUAGES.map((language) => (
            <TextInput
              key={language}
              aria-label={t(`path.option.${language}`, { number: place + 1 })}
              placeholder={t(`path.option.${language}`, { number: place + 1 })}
              maxLength={300}
              value={question[language].options[place] ?? ''}
              onChange={(event) => write(language, place, event.target.value)}
            />
          ))}
          <CloseButton
            size="sm"
            disabled={question.ru.options.length <= OPTIONS_MIN}
            aria-label={t('path.removeOption', { number: place + 1 })}
            onClick={() => onChange(withoutOption(question, place))}
          />
        </div>
      ))}
      {question.ru.options.length < OPTIONS_MAX ? (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(withOption(question))}>
          {t('path.addOption')}
        </Button>
      ) : null}
    </>
  );
}
