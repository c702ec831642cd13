import { defineNames } from '@mosty/identity';
import { namesOfPayouts, namesOfStatements, namesOfWriteOffs } from '../store/names.ts';

defineNames('statement', namesOfStatements);
defineNames('payout', namesOfPayouts);
defineNames('write_off', namesOfWriteOffs);
