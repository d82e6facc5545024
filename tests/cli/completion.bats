# What shells offer, by the completions as they are built.

setup() {
	tmp=$BATS_TEST_TMPDIR
	export tmp HOME=$tmp PATH="$builddir:$PATH" TERM=dumb
	mkdir "$tmp/here"
	cd "$tmp/here"
	cp "$srcdir/tests/data/garden.md" .
}

# Each prints what a shell offers for a line with the cursor at its end, one a
# line, without what it says of them.
offers_bash() { # line
	bash --norc -c '
		. "$builddir/completion/lectern"
		# As readline parts a line: at blanks, and around : and =.
		read -ra COMP_WORDS <<<"$(sed "s/[:=]/ & /g" <<<"$1")"
		[[ $1 != *" " ]] || COMP_WORDS+=("")
		COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
		_lectern
		printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}

offers_fish() { # line
	fish --no-config -c '
		source "$builddir/completion/lectern.fish"
		complete -C $argv[1] | string split -f 1 \t' "$1"
}

# zsh completes in its line editor alone, so on a terminal.
offers_zsh() { # line
	cat >"$tmp/zshrc" <<'END'
fpath=($builddir/completion $fpath)
autoload -Uz compinit
compinit -u -d "$tmp/dump"
compadd() {
	local -a offered
	if [[ " $* " != *" -"[OAD]" "* ]]; then
		builtin compadd -O offered "$@"
		print -rl -- "OFFER "${^offered}
	fi
	builtin compadd "$@"
}
zle -C completing complete-word _main_complete
offer() { zle completing; print -r -- END }
zle -N offer
bindkey '^I' offer
PS1=
END
	timeout 60 zsh -f -c '
		zmodload zsh/zpty
		zpty shell zsh -f -i
		zpty -w shell ". $tmp/zshrc; print READY"
		while zpty -r shell said; do [[ $said != READY* ]] || break; done
		zpty -w -n shell "$1"$'"'\t'"'
		while zpty -r shell said && [[ $said != *END* ]]; do
			[[ $said == *"OFFER "* ]] &&
				print -r -- ${${said#*OFFER }%$'"'\r\n'"'}
		done
		zpty -d shell' zsh "$1"
}

completes() { # shell
	command -v "$1" >/dev/null || skip "no $1"
	offers=offers_$1

	# Subcommands and files, and what they begin with.
	$offers 'lectern ' >all
	grep -qx 'search' all
	[ "$(grep -cx 'bookmark' all)" -eq 1 ]
	[ "$($offers 'lectern sea')" = search ]
	[ "$($offers 'lectern gar')" = garden.md ]
	[ "$($offers 'lectern bookmark ' | sort | paste -s)" = "add	list	rm" ]

	# Options, of the subcommand if there is one, and their words.
	[ "$($offers 'lectern --dry')" = --dry-run ]
	[ -z "$($offers 'lectern list --dry')" ]
	$offers 'lectern --color=' | sed 's/.*=//' | sort >all
	[ "$(paste -s all)" = "always	auto	never" ]
	[ "$($offers 'lectern --json export --format m')" = markdown ]
	[ -z "$($offers 'lectern export --format tx')" ]
	[ "$($offers 'lectern digest --format ' | sort | paste -s)" = "html	markdown	txt" ]
	[ "$($offers 'lectern --form')" = --format ]
	[ "$($offers 'lectern -x gr')" = group ]

	# Talks and tracks of the documents on the line, wherever they stand.
	[ "$($offers 'lectern --shape headings show 1Vfq')" = 1VfqoEjrn-I ]
	[ "$($offers 'lectern show 1VfqoEjrn-I gar')" = garden.md ]
	[ "$($offers 'lectern search is:unse')" = "$unseen" ]
	$offers 'lectern list garden.md --query track:' >all
	[[ "$(cat all)" == *"$growing"* ]]
	run grep RISC all
	[ "$status" -eq 1 ]
}

@test "bash completes" {
	growing='\"Growing\"'
	unseen=unseen # after the colon, where bash begins a word
	completes bash
	[ "$(offers_bash 'lectern list --query track:Real')" = '\"Real-time\ and\ Scheduling\ MC\"' ]
}

@test "fish completes" {
	growing='track:"Growing"'
	unseen=is:unseen
	completes fish
}

@test "zsh completes" {
	growing=Growing # after what is typed already
	unseen=is:unseen
	completes zsh
}

# A document whose name wants quoting, as it is typed.
strange() {
	mkdir 'my gärten'
	printf '# A\n\n## Höfe\n\n### One\n\n- https://youtu.be/AAAAAAAAAAA\n\n## Tore\n\n### Two\n\n- https://youtu.be/AAAAAAAAAAB\n' >"my gärten/ann's \"q\".md"
	name='my\ gärten/ann\'"'"'s\ \"q\".md'
}

@test "bash completes what is in documents with blanks and quotes in their names" {
	strange
	run bash --norc -c '
		. "$builddir/completion/lectern"
		offer() { COMP_CWORD=$1; shift; COMP_WORDS=("$@"); _lectern; printf "%s\n" "${COMPREPLY[@]}"; }
		offer 2 lectern show AAAAAAAAAAB "$1"
		offer 2 lectern show AAAAAAAAAAB "\"$2\""
		offer 3 lectern search track : "$1"
		offer 1 lectern "my\\ gärten/a"
		offer 1 lectern "\"my gärten/a"' bash "$name" "my gärten/ann's \\\"q\\\".md"
	[ "$output" = "AAAAAAAAAAB
AAAAAAAAAAB
\\\"Höfe\\\"
\\\"Tore\\\"
my gärten/ann's \"q\".md
my gärten/ann's \"q\".md" ]
}

@test "fish and zsh do, too" {
	strange
	for shell in fish zsh; do
		command -v $shell >/dev/null || skip "no $shell"
		run offers_$shell "lectern list $name --query track:H"
		[[ "$output" == *Höfe* && "$output" != *Tore* ]] || { echo "$shell: $output"; return 1; }
	done
}

@test "what is completed is a word of lectern" {
	# Each option that is offered is known, whatever else is missing.
	[ "$(grep -c '^_lectern_option' "$builddir/completion/lectern")" -gt 15 ]
	sed -n "s/^_lectern_option '\(--[a-z-]*\)'.*/\1/p" "$builddir/completion/lectern" |
		while read -r option; do
			run "$LECTERN" "$option"=x --nonesuch
			[[ "$output" != *"$option"*"no such option"* ]]
		done
}
