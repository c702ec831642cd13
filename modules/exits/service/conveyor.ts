import { definePassageEffect } from '@mosty/lifecycle';
import { beginExit, closeExit } from '../store/exits.ts';

/** A parting begins with the decision and ends with the last gate, or when a serious reason cut it short. */
definePassageEffect('*', 'leaving', (tx, { partnerId }) => beginExit(tx, partnerId));
definePassageEffect('leaving', 'ended', (tx, { partnerId }) => closeExit(tx, partnerId));
definePassageEffect('leaving', 'stop_listed', (tx, { partnerId }) => closeExit(tx, partnerId));
