import { defineFileUse } from '@mosty/files';
import { defineNames } from '@mosty/identity';
import { documentFilesInUse, numbersOfDocuments } from '../store/documents.ts';
import { namesOfPayouts, namesOfStatements, namesOfWriteOffs } from '../store/names.ts';

defineNames('statement', namesOfStatements);
defineNames('payout', namesOfPayouts);
defineNames('write_off', namesOfWriteOffs);
defineNames('payout_document', numbersOfDocuments);
defineFileUse('receipt', documentFilesInUse);
defineFileUse('act', documentFilesInUse);
