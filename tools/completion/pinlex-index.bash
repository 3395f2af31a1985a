# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of pinlex-index(1) for bash: options, else files and folders.

_pinlex_index() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local options='--dry-run --report --keep --jobs --memory --prune-missing --no-pairs-from --catalogue --thesaurus --quiet --verbose'
  options+=' --rebuild --read-all --remove --rollback --prune --help --version'

  case $before in
    --keep|--jobs|-j|--memory|--remove) return ;;
  esac
  [[ $word == -* ]] || return
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
}

complete -o default -F _pinlex_index pinlex-index
