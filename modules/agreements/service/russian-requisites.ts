import { checkRequisites } from '@mosty/country-ru';
import { defineRequisitesCheck } from '@mosty/directory';

/** Here and not in the directory, which knows no country: agreements read the country pack already. */
defineRequisitesCheck('RU', (written) => checkRequisites(written)[0]?.field ?? null);
