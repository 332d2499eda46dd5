using GpuRisk.Kernels.Distributions;

namespace GpuRisk.Kernels.Tests;

/// <summary>Expected figures to 17 digits by mpmath with 50: betainc(regularized=True), its bisection, loggamma.</summary>
public sealed class StudentTTests
{
    [Theory]
    [InlineData(2.01, 0.0, -1.0391548573621209)]
    [InlineData(2.01, -3.0, -3.5986620465008452)]
    [InlineData(3.0, 1000000.0, -54.065706504150387)]
    [InlineData(4.2, 0.7, -1.2648380292039167)]
    [InlineData(10.0, -5.0, -7.8340936788754762)]
    [InlineData(57.3, 9.0, -26.608083839348695)]
    [InlineData(200.0, 0.1, -0.92521340237568299)]
    [InlineData(1000.0, 8.0, -31.967901688349053)]
    [InlineData(1000000.0, 2.0, -2.9189367832113394)]
    public void The_logarithm_of_the_density_meets_its_reference(double degreesOfFreedom, double t, double expected) =>
        Assert.Equal(expected, StudentT.LogDensity(degreesOfFreedom, t), Tolerance.SpecialFunction * Math.Abs(expected));

    [Theory]
    [InlineData(2.01, -100000000.0, 4.1861500239655865e-17)]
    [InlineData(2.01, -2.0, 0.091434519270776303)]
    [InlineData(2.01, 0.5, 0.66677529736534467)]
    [InlineData(3.0, -50.0, 8.8085760206359871e-6)]
    [InlineData(3.0, -1.0, 0.19550110947788532)]
    [InlineData(3.0, 2.0, 0.93033701572057841)]
    [InlineData(4.2, -3000.0, 9.3020420259773942e-15)]
    [InlineData(4.2, -0.001, 0.49962391243870313)]
    [InlineData(10.0, -60.0, 2.0092614253442033e-14)]
    [InlineData(57.3, -14.0, 1.9076252261887638e-20)]
    [InlineData(57.3, -1.7, 0.047276807910432219)]
    [InlineData(200.0, -9.0, 8.854691461632394e-17)]
    [InlineData(1000.0, -8.7, 6.7299361822857512e-18)]
    [InlineData(1000.0, 1.9, 0.97113972064714778)]
    [InlineData(5.0, -0.2, 0.42468025699791446)]
    public void The_distribution_function_is_relatively_accurate(double degreesOfFreedom, double t, double expected) =>
        Assert.Equal(1, StudentT.Cdf(degreesOfFreedom, t) / expected, Tolerance.TailProbability);

    [Theory]
    [InlineData(2.01, -8.5, -209367532.4049184)]
    [InlineData(2.01, -2.3263478740408408, -6.9176102086036868)]
    [InlineData(2.01, -0.01, -0.011277577843222103)]
    [InlineData(2.01, 1.2, 1.7025701271853746)]
    [InlineData(2.01, 5.0, 1278.4876769720431)]
    [InlineData(2.5, -8.5, -5650134.756041995)]
    [InlineData(2.5, -2.3263478740408408, -5.3531111730308722)]
    [InlineData(2.5, -0.01, -0.011026460180998358)]
    [InlineData(2.5, 1.2, 1.5785112096513971)]
    [InlineData(2.5, 5.0, 362.93485630968149)]
    [InlineData(3.0, -8.5, -488147.6932177567)]
    [InlineData(3.0, -2.3263478740408408, -4.540702858568132)]
    [InlineData(3.0, -0.01, -0.010854122076388913)]
    [InlineData(3.0, 1.2, 1.5018538842880006)]
    [InlineData(3.0, 5.0, 156.6778411372026)]
    [InlineData(4.2, -8.5, -15468.656357058831)]
    [InlineData(4.2, -2.3263478740408408, -3.6502571302187773)]
    [InlineData(4.2, -0.01, -0.010607764073563449)]
    [InlineData(4.2, 1.2, 1.4026597289019244)]
    [InlineData(4.2, 5.0, 49.404476097752464)]
    [InlineData(10.0, -8.5, -129.18411580354916)]
    [InlineData(10.0, -2.3263478740408408, -2.7637694581126957)]
    [InlineData(10.0, -0.01, -0.01025275568729073)]
    [InlineData(10.0, 1.2, 1.277935005650764)]
    [InlineData(10.0, 5.0, 11.166269324317652)]
    [InlineData(57.3, -8.5, -12.120155781048368)]
    [InlineData(57.3, -2.3263478740408408, -2.3932060205471881)]
    [InlineData(57.3, -0.01, -0.010043727525322528)]
    [InlineData(57.3, 1.2, 1.2129144433096319)]
    [InlineData(57.3, 5.0, 5.627480032927534)]
    [InlineData(200.0, -8.5, -9.3421753472736437)]
    [InlineData(200.0, -2.3263478740408408, -2.3451370822594681)]
    [InlineData(200.0, -0.01, -0.010012509017781631)]
    [InlineData(200.0, 1.2, 1.2036714001089444)]
    [InlineData(200.0, 5.0, 5.1671915438827904)]
    [InlineData(1000.0, -8.5, -8.6580973300104605)]
    [InlineData(1000.0, -2.3263478740408408, -2.3300826747555126)]
    [InlineData(1000.0, -0.01, -0.010002500562275989)]
    [InlineData(1000.0, 1.2, 1.2007324552807649)]
    [InlineData(1000.0, 5.0, 5.0326845226977144)]
    public void The_quantile_of_a_normal_score_is_relatively_accurate(double degreesOfFreedom, double z, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(degreesOfFreedom, z), Tolerance.SpecialFunction * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(2.01, -200000000.0, -8.489313270679095)]
    [InlineData(2.01, -3.0, -1.6701300015012847)]
    [InlineData(2.01, 0.25, 0.2200663165904791)]
    [InlineData(3.0, 100000.0, 7.9292171937616419)]
    [InlineData(3.0, 1.5, 1.198856200308185)]
    [InlineData(4.2, -40.0, -4.8265039395358911)]
    [InlineData(4.2, 0.001, 0.00094271185451596947)]
    [InlineData(10.0, -60.0, -7.5603933413130039)]
    [InlineData(10.0, 6.0, 3.8224936898130766)]
    [InlineData(57.3, 16.0, 9.829358947324956)]
    [InlineData(57.3, -2.0, -1.9578451952456209)]
    [InlineData(200.0, 9.0, 8.2366539030387223)]
    [InlineData(1000.0, -8.9, -8.7287701875518208)]
    [InlineData(1000.0, 1.0, 0.99950024989590664)]
    [InlineData(1000.0, 10000.0, 107.28696343084158)]
    public void The_normal_score_of_a_t_value_meets_its_reference(double degreesOfFreedom, double t, double expected) =>
        Assert.Equal(expected, StudentT.NormalScore(degreesOfFreedom, t), Tolerance.SpecialFunction * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Quantile_and_normal_score_undo_one_another_and_are_odd()
    {
        foreach (double nu in new[] { 2.01, 3, 8, 250 })
        {
            for (double z = 0; z <= 8.5; z += 0.25)
            {
                double t = StudentT.Quantile(nu, z);
                Assert.Equal(-t, StudentT.Quantile(nu, -z));
                // Where series and fraction meet, their roundings differ.
                Assert.Equal(z, StudentT.NormalScore(nu, t), 4 * Tolerance.SpecialFunction * Math.Max(1, z));
                Assert.Equal(-StudentT.NormalScore(nu, t), StudentT.NormalScore(nu, -t));
            }
        }
    }

    [Fact]
    public void Arguments_outside_of_the_domain_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Cdf(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.NormalScore(double.PositiveInfinity, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(3, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.LogDensity(3, double.NaN));
    }
}
