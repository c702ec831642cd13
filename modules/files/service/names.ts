import { defineNames } from '@mosty/identity';
import { namesOfFiles } from '../store/files.ts';

defineNames('file', namesOfFiles);
