import { defineNames } from '@mosty/identity';
import { namesOfAgreements } from '../store/names.ts';

defineNames('agreement', namesOfAgreements);
