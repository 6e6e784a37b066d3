using Inward.Targets;

namespace Inward.Tests.Targets;

/// <summary>
/// Beside values that were worked out otherwise, with 40 digits: Student's t by integrating its density over the angle of its tangent,
/// the normal by erfc, quantiles by the secant method on those, the copula by quadrature on other nodes (mpmath 1.2.1, 2026-11-22).
/// </summary>
public class DistributionTests
{
    private static readonly double[] At = [-40, -12, -6, -3, -1.5, -0.5, -0.001, 0.25, 1, 2.5, 9];

    private static readonly Dictionary<int, double[]> Student = new()
    {
        [1] = [0.00795608991202581, 0.0264646760595899, 0.0525684567112534, 0.102416382349567, 0.187167041810999, 0.352416382349567, 0.499681690219919, 0.577979130377369, 0.75, 0.878881058409157, 0.964776712522723],
        [2] = [0.00031220733609237, 0.00343646683857923, 0.0133357366077124, 0.0477329831333546, 0.136196562445501, 0.333333333333333, 0.499646446697795, 0.587038827977849, 0.788675134594813, 0.935194139889245, 0.993939169953607],
        [3] = [1.71903403945793e-5, 0.000622507900394668, 0.00463635744614233, 0.0288344428112187, 0.115291932622412, 0.325723982424075, 0.49963244748473, 0.590635388785585, 0.804498890522115, 0.956146676495967, 0.998552093919068],
        [5] = [9.20598108588648e-8, 3.54474625858076e-5, 0.000923069144797007, 0.0150496239487313, 0.0969518401212367, 0.319149435820465, 0.499620393386099, 0.593732934627938, 0.818391266175439, 0.972754950328812, 0.999858660012878],
        [8] = [8.3928594395729e-11, 1.07193337384439e-6, 0.000161696610942574, 0.00853584061689133, 0.0860016459759556, 0.315268037778488, 0.499613301051545, 0.595556277253232, 0.826703246456333, 0.981528981143188, 0.999990734407852],
        [15] = [5.8453306204332e-17, 2.16136705672358e-9, 1.21632727555193e-5, 0.00448636873861166, 0.0771833301908502, 0.312165056760038, 0.499607646906912, 0.597010561287549, 0.833414932042262, 0.987747098376743, 0.999999901926429],
        [30] = [6.8630225972032e-28, 2.79009270759963e-13, 6.97138438360237e-7, 0.00269498203282597, 0.072032964564323, 0.310361502442564, 0.499604367883243, 0.597854295459712, 0.837345692286985, 0.990942175465967, 0.999999999749258],
        [100] = [1.23105380095594e-63, 2.19754385780219e-21, 1.58624575140143e-8, 0.00170395767166472, 0.0683825290623444, 0.309086782915443, 0.499602053880052, 0.59844989392339, 0.840137922107938, 0.992977105437961, 0.999999999999992],
        [262] = [7.14722447534e-114, 4.94358425204264e-27, 3.26733336822873e-9, 0.00147993048294229, 0.0674092215514995, 0.308747376998276, 0.499601438273911, 0.598608370374377, 0.840883410782891, 0.993484383943158, 1.0],
        [1000] = [5.239426077686e-210, 2.16202869338726e-31, 1.37768458668873e-9, 0.0013833545221191, 0.0669650194110431, 0.308592540416937, 0.499601157509226, 0.59868065186942, 0.841223790957664, 0.993710716099455, 1.0],
    };

    private static readonly (double X, double Cdf)[] Bell =
    [
        (-30, 4.90671392714819e-198), (-12, 1.77648211207768e-33), (-7.5, 3.1908916729109e-14),
        (-7, 1.27981254388584e-12), (-5, 2.86651571879194e-7), (-3, 0.00134989803163009), (-1, 0.158655253931457), (-0.1, 0.460172162722971), (0, 0.5), (0.5, 0.691462461274013), (1.96, 0.97500210485178), (6, 0.999999999013412),
    ];

    private static readonly (int Degrees, double P, double T)[] Quantiles =
    [
        (1, 0.05, -6.31375151468), (1, 0.1, -3.07768353718), (1, 0.25, -1.0), (1, 0.4, -0.324919696233), (2, 0.05, -2.91998558035), (2, 0.1, -1.88561808316),
        (2, 0.25, -0.816496580928), (5, 0.05, -2.01504837333), (5, 0.1, -1.47588404882), (5, 0.4, -0.267180865704), (15, 0.05, -1.75305035569), (15, 0.25, -0.691196948958),
        (262, 0.05, -1.65069028388), (262, 0.1, -1.28479113619), (262, 0.4, -0.253604517898),
    ];

    private static readonly (double Each, int Count, double Together)[] Together =
    [
        (0.8, 5, 0.44009463032), (0.5, 2, 0.29849334201), (0.05, 3, 0.00172245595454), (0.95, 20, 0.554786011917), (0.5, 12, 0.0267314890813), (0.95, 200, 0.153671948199),
        (0.95, 1000, 0.0405973678842), (0.95, 5000, 0.00821414143694),
    ];

    [Fact]
    public void Student_s_t_agrees_with_its_integral_from_1_to_1000_degrees_of_freedom_and_in_the_tails()
    {
        foreach (var (degrees, values) in Student)
        {
            for (var i = 0; i < At.Length; i++)
            {
                var cdf = StudentT.Cdf(At[i], degrees);
                cdf.ShouldBe(values[i], 1e-12, $"{degrees} at {At[i]}");
                // A tail keeps its digits, down to 1e-209.
                (cdf / values[i]).ShouldBe(1, 1e-7, $"{degrees} at {At[i]}");
                StudentT.Cdf(-At[i], degrees).ShouldBe(1 - cdf, 1e-15);
            }
            StudentT.Cdf(0, degrees).ShouldBe(0.5);
        }
    }

    [Fact]
    public void The_normal_agrees_with_erfc()
    {
        foreach (var (x, value) in Bell)
            (Normal.Cdf(x) / value).ShouldBe(1, 1e-7, $"{x}");
        StudentT.Cdf(-1.3, 1e7).ShouldBe(Normal.Cdf(-1.3), 1e-6);
    }

    [Fact]
    public void Quantiles_agree_and_come_back_by_the_cdf()
    {
        foreach (var (degrees, p, t) in Quantiles)
        {
            StudentT.Quantile(p, degrees).ShouldBe(t, 1e-9 * Math.Max(1, Math.Abs(t)));
            StudentT.Quantile(1 - p, degrees).ShouldBe(-t, 1e-9 * Math.Max(1, Math.Abs(t)));
        }
        foreach (var p in new[] { 1e-12, 1e-6, 0.01, 0.3, 0.5, 0.77, 0.999, 1 - 1e-9 })
        {
            Normal.Cdf(Normal.Quantile(p)).ShouldBe(p, 1e-14);
            foreach (var degrees in Student.Keys)
                StudentT.Cdf(StudentT.Quantile(p, degrees), degrees).ShouldBe(p, 1e-12);
        }
    }

    [Fact]
    public void Chances_together_agree_with_the_copula_s_integral()
    {
        foreach (var (each, count, together) in Together)
            AllOf.Of(Enumerable.Repeat(each, count).ToList()).ShouldBe(together, 1e-9, $"{count} at {each}");
        AllOf.Of([0.5, 0.6, 0.7, 0.8, 0.9]).ShouldBe(0.252393851106, 1e-9);
        AllOf.Of([0.05, 0.95]).ShouldBe(0.0495413460254, 1e-9);
        AllOf.Of([0.8, 0.8, 0.8, 0.8, 0.8], shared: 0.5).ShouldBe(0.512488072043, 1e-9);
    }

    [Fact]
    public void Five_at_four_in_five_have_forty_four_in_a_hundred_together_and_a_third_were_they_strangers()
    {
        Math.Round(AllOf.Of([0.8, 0.8, 0.8, 0.8, 0.8]), 2).ShouldBe(0.44);
        AllOf.Of([0.8, 0.8, 0.8, 0.8, 0.8], shared: 0).ShouldBe(Math.Pow(0.8, 5), 1e-12);
    }

    [Fact]
    public void What_is_sure_changes_no_chance_and_what_is_lost_decides_it()
    {
        AllOf.Of([1, 0.7, 1]).ShouldBe(0.7, 1e-12);
        AllOf.Of([0.9, 0, 1]).ShouldBe(0);
        AllOf.Of([]).ShouldBe(1, 1e-12);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_share_has_no_quantile_and_is_no_chance(double p)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Normal.Quantile(p));
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Quantile(p, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => AllOf.Of([0.5, p]));
        Should.Throw<ArgumentOutOfRangeException>(() => StudentT.Cdf(1, 0.5));
    }
}
