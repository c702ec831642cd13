import { servePublic, type PublicServed } from '@mosty/identity/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from '../contract.ts';
import { answerHandover, openHandover } from '../service/ask-client.ts';
import { askingCounter } from '../service/count-asking.ts';
import { fillForm, readForm } from '../service/forms.ts';

const WINDOW_MS = 600_000;
/** Of one address in ten minutes: a person types a client in a minute at best. */
const FILLED_MAX = 10;
const isTooOften = askingCounter(FILLED_MAX, WINDOW_MS);

/** Doors without a sign-in: the form that hands a client over, and the client's own yes or no. */
export const dealsPublicRoutes: readonly PublicServed[] = [
  servePublic(api.readDealForm, async ({ settings: { database, world } }, { params }) => ({
    answer: await readForm(database, params.token, world),
  })),
  servePublic(
    api.fillDealForm,
    async ({ settings: { database, world } }, { params, body, remoteAddress }) => {
      if (isTooOften(remoteAddress, Date.now())) refuse('limit', 'deals.form_too_often');
      const { deal, answer } = await fillForm(database, { ...params, ...body }, world);
      return {
        answer: { number: deal?.number ?? null, answer, answerDueAt: deal?.answerDueAt ?? null },
      };
    },
  ),
  servePublic(api.openHandover, async ({ settings: { database, world } }, { body }) => ({
    answer: await openHandover(database, body.token, world),
  })),
  servePublic(api.answerHandover, async ({ settings: { database, world } }, { body }) => ({
    answer: await answerHandover(database, body, world),
  })),
];
