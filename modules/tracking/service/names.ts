import { defineNames } from '@mosty/identity';
import { namesOfCodes } from '../store/names.ts';

defineNames('code', namesOfCodes);
