interface SwitchedOff {
  readonly host: string;
  readonly because: 'failing' | 'gone';
  readonly since: Date | null;
  readonly what: 'webhook' | 'postback';
}

/** The host only: an address may carry a key in its path, and letters travel far. */
export function switchedOffLetter(
  language: 'ru' | 'en',
  about: SwitchedOff,
): { subject: string; text: string } {
  const since = about.since?.toISOString().slice(0, 10) ?? '';
  if (language === 'en') {
    const what = about.what === 'webhook' ? 'webhook' : 'partner’s postback';
    const why =
      about.because === 'gone'
        ? 'It answered 410: nobody receives there any more.'
        : `Since ${since} not one delivery succeeded.`;
    return {
      subject: `A ${what} was switched off: ${about.host}`,
      text: `We no longer send events to ${about.host}. ${why}

Nothing is lost: put the receiver right, switch the address on under Settings → Webhooks and send the missed period again.
`,
    };
  }
  const what = about.what === 'webhook' ? 'Вебхук' : 'Постбэк партнёра';
  const why =
    about.because === 'gone'
      ? 'Он ответил 410: там больше никто не принимает.'
      : `С ${since} не прошла ни одна отправка.`;
  return {
    subject: `${what} выключен: ${about.host}`,
    text: `Мы больше не отправляем события на ${about.host}. ${why}

Ничего не потеряно: почините приёмник, включите адрес в «Настройки → Вебхуки» и отправьте пропущенный период ещё раз.
`,
  };
}
