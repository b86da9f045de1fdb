/** Lets a file be dropped around its field. The native field stays, and stays the one that is sent. */
export const fileDrop = (box: HTMLElement): void => {
  const input = box.querySelector('input[type=file]')
  if (!(input instanceof HTMLInputElement)) return
  box.classList.add('ready')
  const hint = document.createElement('p')
  hint.className = 'hint'
  hint.textContent = box.dataset['label'] ?? ''
  box.append(hint)
  const over = (event: DragEvent) => {
    event.preventDefault()
    box.classList.add('over')
  }
  box.addEventListener('dragover', over)
  box.addEventListener('dragenter', over)
  box.addEventListener('dragleave', () => box.classList.remove('over'))
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    box.classList.remove('over')
    const files = event.dataTransfer?.files
    if (!files || files.length === 0) return
    input.files = input.multiple ? files : firstOf(files)
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

const firstOf = (files: FileList): FileList => {
  const transfer = new DataTransfer()
  const [first] = files
  if (first) transfer.items.add(first)
  return transfer.files
}
