/** Id of the form for a typed document, so that the check key submits it from anywhere on the screen. */
export const DOCUMENT_FORM = "document-form";
