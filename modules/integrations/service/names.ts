import { defineNames } from '@mosty/identity';
import { namesOfFiles } from '../store/names.ts';

defineNames('import_file', namesOfFiles);
