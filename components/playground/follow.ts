// A long listing that scrolls shows the row that is next; the page stays where it is.

/** Scrolls an element, and nothing else, so far that one of its rows is seen. */
export function follow(box: HTMLElement, row: HTMLElement): void {
  const top = row.offsetTop - box.offsetTop
  const isSeen = top >= box.scrollTop && top + row.offsetHeight <= box.scrollTop + box.clientHeight
  if (!isSeen) box.scrollTop = top - box.clientHeight / 2
}
