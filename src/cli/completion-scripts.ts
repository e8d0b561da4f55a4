/** The shells that completions exist for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/**
 * What a shell loads to complete `latchkey`. Each asks `latchkey complete SHELL -- WORDS`, whose last word is the one
 * to complete, and which ends with 1 where files belong. Nothing of the line is run: unlike the scripts of the
 * libraries for this, none of these evaluates what is typed. An entry's name comes from outside.
 */
export const completionScripts: Record<Shell, string> = {
  // `COMP_WORDS` breaks words at colons and the like; what is offered has none of them.
  bash: `_latchkey() {
  local found
  if found=$(latchkey complete bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null); then
    compopt +o default +o bashdefault 2>/dev/null
  fi
  COMPREPLY=()
  local one
  while IFS= read -r one; do
    [[ -n $one ]] && COMPREPLY+=("$one")
  done <<< "$found"
}
complete -o default -o bashdefault -F _latchkey latchkey`,

  zsh: `#compdef latchkey
_latchkey() {
  local found
  local -a lines
  found=$(latchkey complete zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  local isFile=$?
  lines=("\${(@f)found}")
  if [[ -n $found ]]; then
    _describe -t latchkey latchkey lines
  elif (( isFile )); then
    _files
  fi
}
if [[ \${funcstack[1]} == _latchkey ]]; then _latchkey "$@"; else compdef _latchkey latchkey; fi`,

  fish: `function __latchkey_complete
    set -l words (commandline -opc)
    set -l last (commandline -ct)
    set -l found (latchkey complete fish -- $words[2..-1] "$last" 2>/dev/null)
    set -l is_file $status
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else if test $is_file -ne 0
        __fish_complete_path "$last"
    end
end
complete -c latchkey -f -a '(__latchkey_complete)'`,
};
