# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of pinlex-mcp(1) for bash.

_pinlex_mcp() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local options='--index --with-digest --help --version'

  if [[ $before == --index ]]; then
    mapfile -t COMPREPLY < <(compgen -d -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  fi
}

complete -F _pinlex_mcp pinlex-mcp
