export { UploadFile, type Uploaded } from './UploadFile.tsx';
