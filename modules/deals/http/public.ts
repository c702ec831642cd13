import { servePublic, type PublicServed } from '@mosty/identity/http';
import * as api from '../contract.ts';
import { answerHandover, openHandover } from '../service/ask-client.ts';
import { fillForm, readForm } from '../service/forms.ts';

/** Doors without a sign-in: the form that hands a client over, and the client's own yes or no. */
export const dealsPublicRoutes: readonly PublicServed[] = [
  servePublic(api.readDealForm, async ({ settings: { database, world } }, { params }) => ({
    answer: await readForm(database, params.token, world),
  })),
  servePublic(
    api.fillDealForm,
    async ({ settings: { database, world } }, { params, body, remoteAddress }) => {
      const filled = { ...params, ...body, address: remoteAddress };
      const { deal, answer } = await fillForm(database, filled, world);
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
