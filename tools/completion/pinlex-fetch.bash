# SPDX-License-Identifier: GPL-2.0-or-later
# Completion of pinlex-fetch(1) for bash: options, else files and folders.

_pinlex_fetch() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} values
  local options='--language --list --from --refresh --catalogue --rate --delay --retries --timeout'
  options+=' --max-size --contact --quiet --help --version'

  case $before in
    --rate | --delay | --retries | --timeout | --max-size | --contact) return ;;
    --language) values='ar de en es fr nl ru zh' ;;
    *)
      values=$options
      [[ $word == -* ]] || return
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$values" -- "$word")
}

complete -o default -F _pinlex_fetch pinlex-fetch
