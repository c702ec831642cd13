import { defineNames } from '@mosty/identity';
import { namesOfAssignments, namesOfSchemes, namesOfVersions } from '../store/names.ts';

defineNames('scheme', namesOfSchemes);
defineNames('scheme_version', namesOfVersions);
defineNames('assignment', namesOfAssignments);
