export type * from './screen.ts';
export { NAV_GROUPS } from './screen.ts';
export { call, hrefOf, onSignedOut, newIdempotencyKey, type AnswerOf, type InputOf } from './client.ts';
export { ApiRefusal, asRefusal, type FieldError } from './refusal.ts';
export { wordsOfRefusal, type RefusalWords } from './refusal-words.ts';
export { lookAs, looksAs } from './looking.ts';
export { useRead } from './read.ts';
export { useRows, type Rows } from './rows.ts';
export { useVerb, type Verb } from './verb.ts';
export { upload } from './upload.ts';
export { paths, safeReturn } from './paths.ts';
export { useFilters } from './filters.ts';
export {
  ImportMarkProvider,
  PartnerAboveProvider,
  PartnerPickerProvider,
  usePartnerAbove,
  type ImportMarkProps,
  type PickerProps,
} from './pickers.ts';
export { useParam } from './address.ts';
export { useToday } from './today.ts';
export { useGo } from './go.ts';
export { useEveryWord, useLanguage, useWords } from './language.ts';
export { setSpeech, speechNow, useSpeech } from './spoken/spoken.ts';
export { translator, type Fill, type Translate } from './spoken/translator.ts';
export { MeProvider, useMay, useMe, type Me } from './me.ts';
export { theme, cssVariables } from './theme.ts';

export { LANGUAGES, LOCALE, type Language } from './format/language.ts';
export { formatMoney, type Precision } from './format/money.ts';
export { readAmount } from './format/read-amount.ts';
export { formatCount, formatPercent } from './format/number.ts';
export { formatWhen, type WhenStyle } from './format/when.ts';
export { lastMonths, monthBefore, monthNow, shortMonth } from './format/months.ts';
export { useFormat } from './format/use-format.ts';
export { initials } from './format/initials.ts';

export { Act, type May } from './components/Act.tsx';
export { Answer } from './components/Answer.tsx';
export { Badge, type Tone } from './components/Badge.tsx';
export { ChartPng } from './components/ChartPng.tsx';
export { ClassBadge, ClassMark, type ReportingClass } from './components/ClassBadge.tsx';
export { sortOf, textOfSort, type Sort } from './components/ColumnHead.tsx';
export { ConfirmWithConsequence } from './components/ConfirmWithConsequence.tsx';
export { CopyText } from './components/CopyText.tsx';
export { Count } from './components/Count.tsx';
export { DataTable, type Column } from './components/DataTable.tsx';
export { DayInput } from './components/DayInput.tsx';
export { EmptyState } from './components/EmptyState.tsx';
export { Face, Faces, type Person } from './components/Faces.tsx';
export { Figures, type Figure } from './components/Figures.tsx';
export { ExportMenu } from './components/ExportMenu.tsx';
export { FilterBar, type FilterField } from './components/FilterBar.tsx';
export { FilterMark } from './components/FilterMark.tsx';
export { FormShell } from './components/FormShell.tsx';
export { Loaded } from './components/Loaded.tsx';
export { Money } from './components/Money.tsx';
export { MonthSelect } from './components/MonthSelect.tsx';
export { NumberOpens } from './components/NumberOpens.tsx';
export type { Proof } from './components/NumberProof.tsx';
export { PageHeading } from './components/PageHeading.tsx';
export { PageLink } from './components/PageLink.tsx';
export { Percent } from './components/Percent.tsx';
export { PlainButton } from './components/PlainButton.tsx';
export { PlainSelect } from './components/PlainSelect.tsx';
export { ProgressPanel } from './components/ProgressPanel.tsx';
export { PromiseColumns, type PromiseLine, type PromiseState } from './components/PromiseColumns.tsx';
export { RefusalNotice } from './components/RefusalNotice.tsx';
export { Section } from './components/Section.tsx';
export { Sentence } from './components/Sentence.tsx';
export { SegmentTabs, type Segment } from './components/SegmentTabs.tsx';
export { ShareLine, type SharePoint } from './components/ShareLine.tsx';
export { SidePanel } from './components/SidePanel.tsx';
export { LinesSkeleton, PageSkeleton, TableSkeleton } from './components/Skeletons.tsx';
export { Timeline, type TimelineItem } from './components/Timeline.tsx';
export { UnsavedGuard } from './components/UnsavedGuard.tsx';
export { Toasts } from './components/Toasts.tsx';
export { toast } from './toasts.ts';
export { When } from './components/When.tsx';
