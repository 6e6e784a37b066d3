namespace Inward.People;

/// <summary>Words that everybody writes and that say nothing about whom to ask, in both languages.</summary>
internal static class EverydayWords
{
    private const string English = """
         a able about above after again against ago all almost alone already also although always am among an and another any anybody anyone anything are around as ask asked
         asking asks at away back be because been before began begin behind being below best better between big both bring but by call came can cannot check come comes could
         day days did different do does doing done down during each early either else end enough even ever every everybody everyone everything few find first five for four
         from get gets give given gives go goes going good got great had half hand has have having he hear hello help her here hers him his hold hour hours how however if
         in inside into is it its itself just keep keeps kind know known knows last late later least leave left less let like little long longer look looks lot made make
         makes many may maybe me mean might mine minute minutes more most much must my myself name near need needs never new next no nobody none nor not nothing now of off
         often old on once one only onto open or other others our ours out outside over own part people perhaps place please possible put quite rather ready real really
         right said same say says see seen send sends sent set several shall she should show shows side since six small so some somebody someone something soon still stop
         such sure take takes talk tell tells ten than thank thanks that the their them then there these they thing things think this those three through time times to
         today together told tomorrow too took toward towards try turn two under until up upon us use used using very want wants was way we week weeks well were what
         when where whether which while who whole whom whose why will with within without word words work working works would write writes year years yes yesterday yet
         you your yours
        """;

    private const string German = """
         ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus außer bald bei beide beiden beim bekommen besser bevor bin bis
         bist bitte bitten brauche brauchen braucht bringen da dabei dafür daher damit danach danke dann daran darauf daraus darf darin darum das dass davon dazu dein deine
         deinem deinen deiner dem den denen denn der deren des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dort drei du durch dürfen eben eigen
         eigene ein eine einem einen einer eines einige einmal ende er erst erste ersten es etwa etwas euch euer eure fast finden für fünf ganz ganze gar geben gegen gehen
         geht genau genug gerade gern gerne gestern gibt gibst ging große großen gut gute guten habe haben habt hallo hat hatte hatten hätte heute hier hin hinter ich ihm ihn ihnen
         ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jemand jetzt kann kannst kein keine keinem keinen keiner klein kleine kommen kommt
         konnte können könnt könnte könnten könntest kurz lang lange lassen letzte letzten machen macht mal man manche mehr mein meine meinem meinen meiner mich mir mit möchte möchten
         morgen muss müssen musst nach nachdem nächste nächsten nah neben nein neu neue neuen nicht nichts nie niemand noch nun nur ob oben oder offen ohne sache sagen sagst sagt
         schauen schicken schickst schickt schon schreiben sehen sehr sei sein seine seinem seinen seiner seit sich sie sieht sind so sofort soll sollen sollte sonst stehen steht
         stelle stunde stunden tag tage tagen über überhaupt um und uns unser unsere unserem unseren unserer unten unter viel viele vielen vielleicht vier vom von vor
         wann war waren warum was weg wegen weil weiß weiter welche welchem welchen welcher welches wem wen wenig wenn wer werde werden wie wieder will wir wird wirst wo
         woche wochen wohl wollen worden wort worte wurde wurden würde würden würdest zeigen zeigst zeigt zeit zu zum zur zusammen zwei zwischen
        """;

    private static readonly HashSet<string> All = new(
        (English + " " + German).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    public static bool Has(string word) => All.Contains(word);
}
