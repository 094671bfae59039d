class Cup:
    def __del__(self):
        print('the cup is freed')  #: freed

    def rinse(self):
        print('rinsing')  #: rinsing
        return 'clean'  #: return


print(Cup().rinse())  #: call
print('end')  #: end
# expect: rinsing
# expect: the cup is freed
# expect: clean
# expect: end
