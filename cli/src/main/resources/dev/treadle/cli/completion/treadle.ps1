# Completion of treadle for PowerShell. Made by: treadle completion powershell

$script:treadleModel = @'
{{model}}
'@ -split "`r?`n"

Register-ArgumentCompleter -Native -CommandName treadle -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # The words of a kind from the file that each command writes for the project here.
    function Find-Words($kind) {
        $cache = if ($IsMacOS) { "$HOME/Library/Caches" }
        elseif ($env:LOCALAPPDATA) { $env:LOCALAPPDATA }
        elseif ($env:XDG_CACHE_HOME) { $env:XDG_CACHE_HOME }
        else { "$HOME/.cache" }
        $at = if ($env:TREADLE_STORE) { $env:TREADLE_STORE } else { $PWD.Path }
        while ($at) {
            $file = Join-Path $cache "treadle/words/$($at -replace '[/\\:]', '%')"
            if (Test-Path -LiteralPath $file -PathType Leaf) {
                Get-Content -LiteralPath $file | Where-Object { $_.StartsWith("$kind`t") } |
                    ForEach-Object { $_.Substring($kind.Length + 1) }
                return
            }
            $at = Split-Path -Parent $at
        }
    }

    function Get-Offer($values) {
        switch -Wildcard ($values) {
            '%files' { (Get-ChildItem "$word*").Name }
            '%folders' { (Get-ChildItem "$word*" -Directory).Name }
            '%nothing' { }
            '%commands' { $root[1] -split ' '; 'references', 'filters', 'exit-codes' }
            '%runs' { '@latest'; Find-Words 'runs' }
            '%*' { Find-Words $values.Substring(1) }
            default { $values -split ',' }
        }
    }

    $word = $wordToComplete
    $root = $script:treadleModel[0] -split '\|'
    $fields = $root
    $path = ''
    $seen = 0
    $value = ''
    $before = $commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" }
    foreach ($each in $before) {
        if ($value) { $value = '' }
        elseif ($each -like '-*=*') { }
        elseif ($each -like '-*') {
            $option = $fields[2] -split ' ' | Where-Object { $_ -like "$each=*" } | Select-Object -First 1
            if ($option) { $value = $option.Substring($option.IndexOf('=') + 1) }
        }
        elseif (($fields[1] -split ' ') -contains $each) {
            $path = "$path $each".Trim()
            $fields = $script:treadleModel | Where-Object { $_.StartsWith("$path|") } |
                Select-Object -First 1 | ForEach-Object { , ($_ -split '\|') }
        }
        else { $seen++ }
    }
    $offers = if ($value) { Get-Offer $value }
    elseif ($word -like '-*') { $fields[2] -split ' ' | ForEach-Object { ($_ -split '=')[0] } }
    else {
        if ($seen -eq 0) { $fields[1] -split ' ' }
        $kinds = @($fields[3] -split ' ' | Where-Object { $_ })
        if ($kinds.Count) { Get-Offer $kinds[[Math]::Min($seen, $kinds.Count - 1)] }
    }
    $offers | Where-Object { $_ -and $_ -like "$word*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
