# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of pinlex-thesaurus(1) for bash: commands, options, else files and folders.

_pinlex_thesaurus() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local options='--output --base --kind --language --help --version'

  case $before in
    --base|--language) return ;;
    --kind)
      mapfile -t COMPREPLY < <(compgen -W 'power safeguard offence actor data cooperation element' -- "$word")
      return ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  elif ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W 'check export import' -- "$word")
  fi
}

complete -o default -F _pinlex_thesaurus pinlex-thesaurus
