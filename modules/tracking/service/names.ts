import { defineNames } from '@mosty/identity';
import { namesOfCodes, namesOfLinks } from '../store/names.ts';

defineNames('code', namesOfCodes);
defineNames('link', namesOfLinks);
