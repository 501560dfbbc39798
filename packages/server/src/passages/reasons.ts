/** NOTE: the pure core tells a passage, so that a gate without its node tells it in the same words. */
export { labelOf, tellReasons as presentReasons } from "@twinline/zone";
