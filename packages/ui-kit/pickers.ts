import { createContext, useContext, type ComponentType, type ReactNode } from 'react';

/** A field above a list that chooses one thing of another module. */
export interface PickerProps {
  readonly label: string;
  /** The id of what was chosen, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/**
 * The field that chooses a partner comes from the directory, and the shell gives it to every page: lists of modules
 * that may not know the directory are filtered by partner too.
 */
const PartnerPicker = createContext<ComponentType<PickerProps> | null>(null);

export interface ImportMarkProps {
  readonly importId: string;
  readonly onLift: () => void;
}

/** What says from which file the rows of a list came: likewise given by the shell. */
const ImportMark = createContext<ComponentType<ImportMarkProps> | null>(null);

export const ImportMarkProvider = ImportMark.Provider;

export function useImportMark(): ComponentType<ImportMarkProps> | null {
  return useContext(ImportMark);
}

export const PartnerPickerProvider = PartnerPicker.Provider;

export function usePartnerPicker(): ComponentType<PickerProps> | null {
  return useContext(PartnerPicker);
}

/** What modules above the card's own know of a partner, on its card: flags, quarters looked at. The shell gives it too. */
const PartnerAbove = createContext<((partnerId: string) => ReactNode) | null>(null);

export const PartnerAboveProvider = PartnerAbove.Provider;

export function usePartnerAbove(): ((partnerId: string) => ReactNode) | null {
  return useContext(PartnerAbove);
}
